import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OP } from '#shared/model-files/pickle/opcodes.ts';
import { PAYLOAD, tarOf, zipOf } from './archives.ts';
import { inspectWhole } from './bypass-row.ts';
import { lz4Stored, made, zfile } from './compressed-payloads.ts';
import {
  binbytes,
  bytesOf,
  called,
  global,
  MALICIOUS,
  proto,
  stackGlobal,
  string,
  u32,
  u64,
} from './pickle-builder.ts';
import { COPY, LZMA, lzmaOf, sevenZipOf } from './seven-zip-builder.ts';

const SYSTEM = "os.system('id')";
const POSIX = "posix.system('id')";
const system = stackGlobal('os', 'system');
const id = string('id');
const ordered = global('collections', 'OrderedDict');
const torch = (pickle: Uint8Array, name = 'archive/data.pkl'): Buffer =>
  zipOf([
    { name: 'archive/version', content: Buffer.from('3\n') },
    { name, content: pickle },
    { name: 'archive/data/0', content: Buffer.alloc(64) },
  ]);
const sevenZip = (id: '00' | '030101'): Buffer =>
  sevenZipOf([
    {
      coders: [id === '00' ? COPY : LZMA],
      packed: id === '00' ? PAYLOAD : lzmaOf(PAYLOAD),
      members: [{ name: 'data.pkl', size: PAYLOAD.length }],
    },
  ]);
const npy = (pickle: Uint8Array): Uint8Array =>
  bytesOf(
    ...[
      0x93,
      'NUMPY',
      1,
      0,
      118,
      0,
      "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }".padEnd(117),
      '\n',
    ],
    pickle,
  );
const wrapper = bytesOf(
  ...[global('joblib.numpy_pickle', 'NumpyArrayWrapper'), ')', OP.NEWOBJ, '}('],
  ...[
    string('shape'),
    OP.BININT,
    u32(8),
    OP.TUPLE1,
    string('dtype'),
    called(global('numpy', 'dtype'), string('u1')),
  ],
  'ub',
);
const joined = called(
  called(global('builtins', 'getattr'), string(''), string('join')),
  bytesOf('(', string('o'), string('s'), 'l'),
);

/** How a payload is packed or put, the call that has to be told of it, and the members that lead there. */
type Packed = readonly [how: string, file: Uint8Array, call: string, within?: readonly string[]];

const MALICIOUS_FILES: readonly Packed[] = [
  ['joblib in zlib', deflateSync(PAYLOAD), POSIX, ['decompressed']],
  ['joblib in gzip', gzipSync(PAYLOAD), POSIX, ['decompressed']],
  ['joblib in bzip2', made('bzip2'), POSIX, ['decompressed']],
  ['joblib in xz', made('xz'), POSIX, ['decompressed']],
  ['joblib in LZMA', made('lzma'), POSIX, ['decompressed']],
  ['joblib in LZ4', lz4Stored(PAYLOAD), POSIX, ['decompressed']],
  ['joblib in zstd', zstdCompressSync(PAYLOAD), POSIX, ['decompressed']],
  ['joblib in ZFILE', zfile(PAYLOAD), POSIX, ['decompressed']],
  [
    'joblib behind an array',
    bytesOf(proto(3), wrapper, Buffer.alloc(8, 0x55), called(system, id), '.'),
    SYSTEM,
  ],
  ['PyTorch in gzip', gzipSync(torch(MALICIOUS)), SYSTEM, ['decompressed', 'archive/data.pkl']],
  ['PyTorch', torch(MALICIOUS), SYSTEM, ['archive/data.pkl']],
  [
    'PyTorch, deflated',
    zipOf([{ name: 'archive/data.pkl', content: PAYLOAD, method: 'deflate' }]),
    POSIX,
    ['archive/data.pkl'],
  ],
  ['protocol 0 by the name of a text', torch(MALICIOUS, 'archive/notes.txt'), SYSTEM, ['archive/notes.txt']],
  [
    'a ZIP in a ZIP',
    zipOf([{ name: 'inner.zip', content: torch(MALICIOUS) }]),
    SYSTEM,
    ['inner.zip', 'archive/data.pkl'],
  ],
  [
    'PyTorch in tar, as before 0.1.10',
    tarOf([{ name: 'storages' }, { name: 'tensors' }, { name: 'pickle', content: PAYLOAD }]),
    POSIX,
    ['pickle'],
  ],
  ['7-Zip, copied', sevenZip('00'), POSIX, ['data.pkl']],
  ['7-Zip, LZMA', sevenZip('030101'), POSIX, ['data.pkl']],
  ['npy', npy(MALICIOUS), SYSTEM, ['object array']],
  ['npz', zipOf([{ name: 'weights.npy', content: npy(MALICIOUS) }]), SYSTEM, ['weights.npy', 'object array']],
  ['several pickles', bytesOf(proto(2), 'N.', proto(2), called(system, id), '.'), SYSTEM],
  ['protocol 0', MALICIOUS, SYSTEM],
  ['protocol 1', bytesOf(global('os', 'system'), '(U', 2, 'id', 'tR.'), SYSTEM],
  ['protocol 2', bytesOf(proto(2), global('os', 'system'), id, OP.TUPLE1, 'R.'), SYSTEM],
  [
    'protocol 3',
    bytesOf(proto(3), called(global('os', 'system'), binbytes(Buffer.from('id'))), '.'),
    "os.system(b'id')",
  ],
  ['protocol 4', bytesOf(proto(4), OP.FRAME, u64(31), system, id, OP.TUPLE1, 'R.'), SYSTEM],
  ['protocol 5', bytesOf(proto(5), system, id, OP.TUPLE1, 'R.'), SYSTEM],
  ['INST', bytesOf("(S'id'\nios\nsystem\n."), SYSTEM],
  ['OBJ', bytesOf('(', global('os', 'system'), id, OP.OBJ, '.'), SYSTEM],
  ['NEWOBJ', bytesOf(proto(2), global('os', 'system'), id, OP.TUPLE1, OP.NEWOBJ, '.'), SYSTEM],
  ['NEWOBJ_EX', bytesOf(proto(4), system, id, OP.TUPLE1, '}', OP.NEWOBJ_EX, '.'), SYSTEM],
  ['a call thrown away', bytesOf(proto(2), called(system, id), '0N.'), SYSTEM],
  ['a persistent id around it', bytesOf(proto(2), called(system, id), OP.BINPERSID, '.'), SYSTEM],
  ['a stream that breaks off', bytesOf(proto(2), called(system, id)), SYSTEM],
  [
    'a dotted name',
    bytesOf(proto(4), called(stackGlobal('site', 'os.system'), id), '.'),
    "site.os.system('id')",
  ],
  [
    'resolve_name',
    bytesOf(proto(4), called(called(stackGlobal('pkgutil', 'resolve_name'), string('os:system')), id), '.'),
    SYSTEM,
  ],
  [
    'str.join through getattr',
    bytesOf(
      proto(4),
      called(
        called(
          global('builtins', 'getattr'),
          called(global('builtins', '__import__'), joined),
          string('system'),
        ),
        id,
      ),
      '.',
    ),
    SYSTEM,
  ],
  [
    'mlflow',
    bytesOf(proto(4), called(stackGlobal('mlflow.projects.backend.local', '_run_entry_point'), id), '.'),
    "mlflow.projects.backend.local._run_entry_point('id')",
  ],
  [
    'IPython',
    bytesOf(proto(4), called(stackGlobal('IPython.utils.process', 'system'), id), '.'),
    "IPython.utils.process.system('id')",
  ],
  [
    'a bad member before data.pkl',
    zipOf([
      { name: 'a', content: PAYLOAD, local: { method: 77 } },
      { name: 'data.pkl', content: MALICIOUS },
    ]),
    SYSTEM,
    ['data.pkl'],
  ],
];

/** What no call tells: the rule that does. */
const BY_RULE = [
  ['EXT1', 'pickle.extension', bytesOf(proto(2), OP.EXT1, 9, ')R.')],
  ['FRAME straddled', 'pickle.frame-straddled', bytesOf(proto(4), OP.FRAME, u64(4), string('abcdef'), '.')],
  [
    'BUILD on a class',
    'pickle.attributes-of-global',
    bytesOf(proto(2), ordered, '}', string('a'), 'Ns', 'b.'),
  ],
  [
    'bytes for STACK_GLOBAL',
    'pickle.computed-import',
    bytesOf(proto(4), binbytes(Buffer.from('os')), string('system'), OP.STACK_GLOBAL, '.'),
  ],
  [
    'an integer for STACK_GLOBAL',
    'pickle.computed-import',
    bytesOf(proto(4), 'K', 1, string('system'), OP.STACK_GLOBAL, '.'),
  ],
] as const;

const model = bytesOf(proto(2), '}', string('weight'), called(ordered), 's.');
const HARMLESS = [
  ['a pickle', model],
  ['joblib in zlib', deflateSync(bytesOf(proto(3), wrapper, Buffer.alloc(8, 0x55), '.'))],
  ['PyTorch', torch(model)],
  ['npz', zipOf([{ name: 'weights.npy', content: npy(model) }])],
] as const;

describe('the matrix of files that scanners were measured with', () => {
  it.each(MALICIOUS_FILES.map(([how, file, call, within = []]) => ({ how, file, call, within })))(
    '$how: the call is told, and where it is',
    async ({ file, call, within }) => {
      const { verdict, observations } = await inspectWhole(file);
      expect(verdict).toBe('dangerous');
      expect(observations).toContainEqual(expect.objectContaining({ call, effect: 'dangerous', within }));
    },
  );
  it.each(BY_RULE)('%s: %s', async (_how, rule, file) => {
    const { verdict, observations } = await inspectWhole(file);
    expect(verdict).toBe('dangerous');
    expect(observations.map((each) => each.rule)).toContain(rule);
  });
  it.each(HARMLESS)('%s without a payload is clean', async (_how, file) => {
    expect(await inspectWhole(file)).toMatchObject({ verdict: 'clean', status: 'complete' });
  });
});
