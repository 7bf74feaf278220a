import { describe, it } from 'vitest';
import { OP } from '#shared/model-files/pickle/opcodes.ts';
import { zipOf } from './archives.ts';
import {
  attr,
  type Bypass,
  expectCaught,
  harmless,
  hidden,
  imported,
  ordered,
  payload,
  RUNS,
  runs,
} from './bypass-row.ts';
import {
  binbytes,
  bytesOf,
  called,
  global,
  MALICIOUS,
  proto,
  SYSTEM,
  stackGlobal,
  string,
  u64,
} from './pickle-builder.ts';
import { COPY, LZMA2, lzma2Of, type SevenZipFolder, sevenZipOf } from './seven-zip-builder.ts';

const torch = (...more: Parameters<typeof zipOf>[0]): Buffer =>
  zipOf([...more, { name: 'archive/data.pkl', content: harmless }]);
const sevenZip = (content: Uint8Array, folder: Pick<SevenZipFolder, 'coders' | 'packed'>): Buffer =>
  sevenZipOf([{ ...folder, members: [{ name: 'data.pkl', size: content.length }] }]);
const MAGIC = '0x1950a86a20f9469cfc6c';
const magic = bytesOf(
  proto(2),
  OP.LONG1,
  10,
  [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19],
  '.',
);

const BYPASSES: readonly Bypass[] = [
  {
    id: 'CVE-2025-1716 (GHSA-655q)',
    technique: 'pip.main, which no list had',
    file: runs(stackGlobal('pip', 'main')),
    global: 'pip.main',
    rules: ['pickle.dangerous-call'],
  },
  {
    id: 'CVE-2025-1889 (GHSA-769v)',
    technique: 'a member whose name is no pickle’s, which data.pkl leads to',
    file: torch({ name: 'archive/config.p', content: payload }),
    ...RUNS,
    nearMiss: { file: torch({ name: 'archive/config.p', content: Buffer.from('notes') }), verdict: 'clean' },
  },
  {
    id: 'CVE-2025-1944 (GHSA-7q5r)',
    technique: 'the header before a member names it otherwise than the directory',
    file: zipOf([{ ...hidden, local: { name: 'archive/data.txt' } }]),
    ...RUNS,
    rules: ['pickle.dangerous-call', 'zip.local-header-differs'],
    nearMiss: { file: torch(), verdict: 'clean' },
  },
  ...[0x1, 0x20, 0x40].map(
    (flags): Bypass => ({
      id: 'CVE-2025-1945 (GHSA-w8jq)',
      technique: `flag ${flags} of a member, at which strict readers give up`,
      file: zipOf([{ ...hidden, flags }]),
      ...RUNS,
      rules: ['pickle.dangerous-call', 'zip.deterring-flags'],
      nearMiss: {
        file: zipOf([{ name: 'archive/data.pkl', content: harmless, flags: 0x800 }]),
        verdict: 'clean',
      },
    }),
  ),
  {
    id: 'CVE-2025-10155 (GHSA-jgw4)',
    technique: 'a pickle that is named as a file of PyTorch',
    name: 'pytorch_model.bin',
    file: MALICIOUS,
    ...RUNS,
  },
  {
    id: 'CVE-2025-10156 (GHSA-mjqp)',
    technique: 'a wrong checksum of a member',
    file: zipOf([{ ...hidden, crc: 1 }]),
    ...RUNS,
    rules: ['pickle.dangerous-call', 'zip.crc-mismatch'],
    nearMiss: { file: zipOf([{ name: 'archive/data.pkl', content: harmless }]), verdict: 'clean' },
  },
  {
    id: 'CVE-2025-10157 (GHSA-f7qq)',
    technique: 'a module within a module that is listed',
    file: runs(stackGlobal('asyncio.unix_events', '_UnixSubprocessTransport._start')),
    global: 'asyncio.unix_events._UnixSubprocessTransport._start',
    rules: ['pickle.dangerous-call'],
    nearMiss: { file: runs(stackGlobal('asyncionic.unix_events', 'Model')), verdict: 'review' },
  },
  {
    id: 'GHSA-9gvj',
    technique: 'STRING and BINSTRING as operands of STACK_GLOBAL',
    file: bytesOf("S'os'\n", 'U', 6, 'system', OP.STACK_GLOBAL, string('id'), OP.TUPLE1, 'R.'),
    ...RUNS,
    nearMiss: {
      file: bytesOf("S'collections'\n", 'U', 11, 'OrderedDict', OP.STACK_GLOBAL, ')R.'),
      verdict: 'clean',
    },
  },
  {
    id: 'picklescan #22, modelscan #85',
    technique: 'names out of the memo, with others last before STACK_GLOBAL',
    file: bytesOf(
      ...[proto(4), string('os'), OP.MEMOIZE, string('system'), OP.MEMOIZE, '00'],
      ...[string('math'), string('floor'), '00', OP.BINGET, 0, OP.BINGET, 1, OP.STACK_GLOBAL],
      ...[string('id'), OP.TUPLE1, 'R.'],
    ),
    ...RUNS,
    nearMiss: {
      file: bytesOf(
        ...[proto(4), string('collections'), OP.MEMOIZE, string('OrderedDict'), OP.MEMOIZE, '00'],
        ...[string('os'), string('system'), '00', OP.BINGET, 0, OP.BINGET, 1, OP.STACK_GLOBAL, ')R.'],
      ),
      verdict: 'clean',
    },
  },
  {
    id: 'modelscan #85',
    technique: 'builtins out of a module that is allowed',
    file: bytesOf(proto(4), called(attr(global('numpy', '__builtins__'), string('eval')), string('1')), '.'),
    global: 'numpy.__builtins__',
    rules: ['pickle.dangerous-global', 'pickle.computed-call'],
  },
  {
    id: 'GHSA of a missing key',
    technique: 'a memo that was never filled, at which a scanner stops',
    file: bytesOf(proto(4), SYSTEM, OP.BINGET, 7, string('system'), OP.STACK_GLOBAL, '.'),
    ...RUNS,
    rules: ['pickle.dangerous-call', 'pickle.computed-import'],
  },
  ...(
    [
      ['an integer', bytesOf('K', 1)],
      ['bytes', binbytes(Buffer.from('os'))],
      ['a bytearray', bytesOf(OP.BYTEARRAY8, u64(2), 'os')],
    ] as const
  ).map(
    ([what, operand]): Bypass => ({
      id: 'GHSA of confused types, modelscan #338',
      technique: `${what} as the module of STACK_GLOBAL`,
      file: bytesOf(proto(5), operand, string('system'), OP.STACK_GLOBAL, string('id'), OP.TUPLE1, 'R.'),
      rules: ['pickle.computed-import'],
    }),
  ),
  {
    id: 'picklescan PR #33, nullifAI',
    technique: 'a stream that breaks off behind the payload',
    file: bytesOf(proto(2), SYSTEM, 0xff, 'rubbish'),
    ...RUNS,
    rules: ['pickle.dangerous-call', 'pickle.broken'],
    nearMiss: { file: bytesOf(proto(2), called(ordered), 0xff, 'rubbish'), verdict: 'review' },
  },
  {
    id: 'nullifAI',
    technique: 'an archive of 7-Zip in the place of a ZIP',
    file: sevenZip(payload, { coders: [LZMA2], packed: lzma2Of(payload) }),
    ...RUNS,
    rules: ['pickle.dangerous-call', 'seven-zip.archive'],
    nearMiss: { file: sevenZip(harmless, { coders: [COPY], packed: harmless }), verdict: 'review' },
  },
  {
    id: 'GHSA-97f8',
    technique: 'the magic number of PyTorch, made by eval',
    file: bytesOf(
      runs(global('builtins', 'eval'), 2).slice(0, -1),
      '0',
      called(global('builtins', 'eval'), string(MAGIC)),
      '.',
    ),
    global: 'builtins.eval',
    call: `eval('${MAGIC}')`,
    rules: ['pickle.dangerous-call'],
    nearMiss: {
      file: bytesOf(
        magic,
        ...['K\u0001.', '}.', '}.', '].'].map((body) => bytesOf(proto(2), body)),
        Buffer.alloc(64),
      ),
      verdict: 'clean',
    },
  },
  {
    id: 'GHSA-9m3x, m7j5, 9726',
    technique: 'a function put together of code',
    file: bytesOf(
      proto(4),
      called(global('types', 'FunctionType'), called(global('types', 'CodeType'), bytesOf('K', 0))),
      '.',
    ),
    global: 'types.CodeType',
    rules: ['pickle.dangerous-call'],
  },
  {
    id: 'GHSA-955r',
    technique: 'a method called by operator.methodcaller',
    file: bytesOf(
      proto(4),
      called(called(stackGlobal('operator', 'methodcaller'), string('system'), string('id')), imported('os')),
      '.',
    ),
    ...RUNS,
    rules: ['pickle.computed-call'],
  },
  {
    id: 'GHSA-46h3',
    technique: 'an attribute read by operator.attrgetter',
    file: runs(called(called(stackGlobal('operator', 'attrgetter'), string('system')), imported('os'))),
    ...RUNS,
    rules: ['pickle.computed-call'],
  },
  {
    id: 'GHSA-84r2',
    technique: 'a name found by pydoc.locate',
    file: runs(called(stackGlobal('pydoc', 'locate'), string('os.system'))),
    ...RUNS,
    rules: ['pickle.computed-call'],
  },
  {
    id: 'GHSA-vvpj',
    technique: 'a name found by pkgutil.resolve_name',
    file: runs(called(stackGlobal('pkgutil', 'resolve_name'), string('os:system'))),
    ...RUNS,
    rules: ['pickle.computed-call'],
  },
];

describe('a known way around picklescan', () => {
  it.each(BYPASSES)('is caught: $id, $technique', expectCaught);
});
