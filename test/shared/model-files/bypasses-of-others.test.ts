import { deflateSync } from 'node:zlib';
import { describe, it } from 'vitest';
import { OP } from '#shared/model-files/pickle/opcodes.ts';
import { tarOf, zipOf } from './archives.ts';
import {
  attr,
  type Bypass,
  expectCaught,
  harmless,
  hidden,
  ordered,
  payload,
  RUNS,
  runs,
} from './bypass-row.ts';
import { lz4Stored } from './compressed-payloads.ts';
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

/** An array of one object, which numpy.load unpickles. */
function npyOfObjects(pickle: Uint8Array): Uint8Array {
  const header = "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }".padEnd(117);
  return bytesOf(0x93, 'NUMPY', 1, 0, 118, 0, header, '\n', pickle);
}

const BYPASSES: readonly Bypass[] = [
  {
    id: 'modelscan #330',
    technique: 'attributes of an allowed function overwritten by BUILD',
    file: bytesOf(
      proto(2),
      global('numpy', 'dtype'),
      '}',
      string('__call__'),
      global('builtins', 'eval'),
      's',
      'b.',
    ),
    global: 'numpy.dtype',
    rules: ['pickle.attributes-of-global'],
    nearMiss: { file: bytesOf(proto(2), called(ordered), '}', string('a'), 'Ns', 'b.'), verdict: 'clean' },
  },
  {
    id: 'modelscan #331',
    technique: 'os put together out of letters by str.join',
    file: runs(
      attr(
        called(
          global('builtins', '__import__'),
          called(attr(string(''), string('join')), bytesOf('(', string('o'), string('s'), 'l')),
        ),
        string('system'),
      ),
    ),
    ...RUNS,
    rules: ['pickle.computed-call'],
  },
  {
    id: 'modelscan #338',
    technique: 'code in zlib',
    file: bytesOf(
      proto(4),
      called(
        global('builtins', 'exec'),
        called(global('zlib', 'decompress'), binbytes(deflateSync(Buffer.from('import os')))),
      ),
      '.',
    ),
    call: "exec(b'import os')",
    rules: ['pickle.dangerous-call'],
  },
  {
    id: 'modelscan #354',
    technique: 'a member that cannot be read before data.pkl',
    file: zipOf([
      { name: 'archive/a', content: Buffer.from('x'), method: { number: 99, bytes: Buffer.from('x') } },
      hidden,
    ]),
    ...RUNS,
    status: 'partial',
  },
  {
    id: 'GHSA-mxhj',
    technique: 'OBJ and then POP: nothing is left of the call',
    file: bytesOf(proto(2), '(', global('os', 'system'), string('id'), OP.OBJ, '0N.'),
    ...RUNS,
    nearMiss: { file: bytesOf(proto(2), '(', ordered, OP.OBJ, '0N.'), verdict: 'clean' },
  },
  {
    id: 'GHSA-5j3x',
    technique: 'a dotted name that leads from a harmless module to another',
    file: runs(stackGlobal('pathlib', 'os.system')),
    global: 'pathlib.os.system',
    rules: ['pickle.dangerous-call'],
    nearMiss: {
      file: bytesOf(proto(4), called(stackGlobal('pathlib', 'PurePosixPath'), string('a')), '.'),
      verdict: 'clean',
    },
  },
  {
    id: 'GHSA-cffv',
    technique: 'an import that was told of before, so that the call of it is not',
    file: bytesOf(proto(2), global('os', 'system'), '0', global('os', 'system'), '0', SYSTEM, '.'),
    ...RUNS,
    rules: ['pickle.dangerous-global', 'pickle.dangerous-call'],
  },
  {
    id: 'GHSA-6ggj',
    technique: 'a private module of the standard library',
    file: runs(stackGlobal('_interpreters', 'run_string')),
    global: '_interpreters.run_string',
    rules: ['pickle.dangerous-call'],
    nearMiss: {
      file: bytesOf(proto(2), called(global('_codecs', 'encode'), string('a'), string('latin1')), '.'),
      verdict: 'clean',
    },
  },
  {
    id: 'GHSA-wccx, fphw',
    technique: 'another entry point than pickle.load: an array of objects for numpy.load',
    file: npyOfObjects(payload),
    ...RUNS,
    nearMiss: { file: npyOfObjects(harmless), verdict: 'clean' },
  },
  {
    id: 'cpython #154848',
    technique: 'an operand across the end of its frame',
    file: bytesOf(proto(4), OP.FRAME, u64(4), string('abcdef'), '.'),
    rules: ['pickle.frame-straddled'],
    nearMiss: { file: bytesOf(proto(4), OP.FRAME, u64(12), string('abcdef'), '.'), verdict: 'clean' },
  },
  {
    id: 'cpython #154848',
    technique: 'a frame within a frame',
    file: bytesOf(proto(4), OP.FRAME, u64(30), OP.FRAME, u64(4), 'NNN.'),
    rules: ['pickle.frame-nested'],
    nearMiss: { file: bytesOf(proto(4), OP.FRAME, u64(2), 'N0', OP.FRAME, u64(2), 'N.'), verdict: 'clean' },
  },
  {
    id: 'fickling #322',
    technique: 'opcodes that a scanner does not have: FLOAT, BYTEARRAY8, NEXT_BUFFER, READONLY_BUFFER',
    file: bytesOf(
      proto(5),
      'F1.5\n0',
      OP.BYTEARRAY8,
      u64(2),
      'ab0',
      OP.NEXT_BUFFER,
      OP.READONLY_BUFFER,
      '0',
      SYSTEM,
      '.',
    ),
    ...RUNS,
    nearMiss: {
      file: bytesOf(
        proto(5),
        'F1.5\n0',
        OP.BYTEARRAY8,
        u64(2),
        'ab0',
        OP.NEXT_BUFFER,
        OP.READONLY_BUFFER,
        '.',
      ),
      verdict: 'clean',
    },
  },
  {
    id: 'fickling #322',
    technique: 'an opcode that nobody has, at which every load stops',
    file: bytesOf(proto(4), 'N', 0xa0, SYSTEM, '.'),
    rules: ['pickle.broken'],
    verdict: 'review',
  },
  ...[OP.EXT1, OP.EXT2, OP.EXT4].map(
    (opcode, index): Bypass => ({
      id: 'modelaudit #623',
      technique: `an extension of ${2 ** index} bytes`,
      file: bytesOf(proto(2), opcode, 9, Buffer.alloc(2 ** index - 1), ')R.'),
      rules: ['pickle.extension'],
    }),
  ),
  {
    id: 'modelaudit #624',
    technique: 'a pickle of protocol 0 in a ZIP, by the name of a text',
    file: zipOf([{ name: 'notes.txt', content: MALICIOUS }]),
    ...RUNS,
    nearMiss: {
      file: zipOf([{ name: 'notes.txt', content: Buffer.from('cos and system') }]),
      verdict: 'clean',
    },
  },
  {
    id: 'modelaudit #625',
    technique: 'a tail that is no pickle, and a payload behind it',
    file: bytesOf(harmless, proto(2), SYSTEM, '.', 'tail'),
    ...RUNS,
    rules: ['pickle.dangerous-call', 'pickle.trailing-bytes'],
    nearMiss: { file: bytesOf(harmless, 'tail'), verdict: 'clean' },
  },
  {
    id: 'modelaudit #626',
    technique: 'joblib.load of another file',
    file: runs(stackGlobal('joblib', 'load')),
    global: 'joblib.load',
    rules: ['pickle.dangerous-call'],
  },
  {
    id: 'modelaudit, read in 2026-03',
    technique: 'capitals in the name of a module',
    file: runs(stackGlobal('IPython.utils.process', 'system')),
    global: 'IPython.utils.process.system',
    rules: ['pickle.dangerous-call'],
  },
  {
    id: 'modelaudit, read in 2026-03 (CVE-2025-23304)',
    technique: 'a target of Hydra beneath a module that is allowed, in a .nemo',
    file: tarOf([
      {
        name: 'model_config.yaml',
        content: Buffer.from('model:\n  _target_: hydra.utils.get_method\n  path: os.system\n'),
      },
    ]),
    rules: ['hydra.dangerous-target'],
    nearMiss: {
      file: tarOf([
        {
          name: 'model_config.yaml',
          content: Buffer.from('model:\n  _target_: torch.nn.Linear\n  in_features: 4\n'),
        },
      ]),
      verdict: 'clean',
    },
  },
  {
    id: 'modelaudit #1247',
    technique: 'a name at which the graph of calls of another scanner does not end',
    file: runs(stackGlobal('http.server', 'test')),
    global: 'http.server.test',
    rules: ['pickle.dangerous-call'],
  },
  {
    id: 'rule 1',
    technique: 'two formats in one file: a pickle before an archive',
    file: zipOf([{ name: 'readme', content: Buffer.from('nothing') }], { prefix: payload }),
    ...RUNS,
    rules: ['pickle.dangerous-call', 'zip.prefix-bytes'],
  },
  {
    id: 'rule 8',
    technique: 'a pickle in bytes of a pickle, which something has still to load',
    file: bytesOf(proto(4), binbytes(payload), '.'),
    rules: ['pickle.inner-pickle'],
    verdict: 'review',
    nearMiss: { file: bytesOf(proto(4), binbytes(harmless), '.'), verdict: 'clean' },
  },
  {
    id: 'rule 9',
    technique: 'LZ4, as joblib compresses',
    file: lz4Stored(payload),
    ...RUNS,
  },
];

describe('a known way around modelscan, fickling or modelaudit', () => {
  it.each(BYPASSES)('is caught: $id, $technique', expectCaught);
});
