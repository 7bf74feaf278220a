import { readFileSync } from 'node:fs';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { samples } from '#test/compare/model-files/samples.ts';
import { tarOf, zipOf } from '#test/shared/model-files/archives.ts';
import { flatbuffer } from '#test/shared/model-files/flatbuffer-builder.ts';
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
} from '#test/shared/model-files/pickle-builder.ts';
import { int, nested, bytesOf as protobuf, text } from '#test/shared/model-files/protobuf-builder.ts';
import { moreSeeds } from './more-seeds.ts';

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Larger ones are mutated in places that seldom matter. */
const LARGEST = 256 * 1024;

/** Small files that are right, of every kind that is easily made, and the samples of others where they are at hand. */
export function seeds(): { readonly own: readonly Seed[]; readonly others: readonly Seed[] } {
  const pickle = bytesOf(
    proto(4),
    0x95,
    u64(120),
    called(stackGlobal('numpy', 'dtype'), string('f8')),
    '}(',
    string('weights'),
    binbytes(Buffer.alloc(40, 7)),
    'u.',
  );
  const joblib = bytesOf(
    proto(3),
    global('joblib.numpy_pickle', 'NumpyArrayWrapper'),
    ')\u0081}(',
    string('shape'),
    bytesOf('J', u32(8), '\u0085'),
    string('dtype'),
    called(global('numpy', 'dtype'), string('f8')),
    'ub',
    Buffer.alloc(64, 1),
    '.',
  );
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: { format: 'pt' },
      w: { dtype: 'F32', shape: [4, 4], data_offsets: [0, 64] },
    }),
  );
  const safetensors = Buffer.concat([u64(header.length), header, Buffer.alloc(64)]);
  const torch = zipOf([
    { name: 'archive/data.pkl', content: Buffer.from(pickle) },
    { name: 'archive/version', content: Buffer.from('3\n') },
    { name: 'archive/data/0', content: Buffer.alloc(64) },
  ]);
  const onnx = protobuf(
    int(1, 9),
    text(2, 'aispm'),
    nested(7, nested(1, text(1, 'x'), text(4, 'Relu')), nested(5, int(1, 4), int(2, 1), text(8, 'w'))),
    nested(8, text(1, ''), int(2, 18)),
  );
  const gguf = bytesOf(
    'GGUF',
    u32(3),
    u64(1),
    u64(1),
    u64(23),
    'tokenizer.chat_template',
    u32(8),
    u64(21),
    '{{ messages[0].role }}'.slice(0, 21),
    u64(1),
    'w',
    u32(1),
    u64(32),
    u32(0),
    u64(0),
    Buffer.alloc(256),
  );
  const npy = bytesOf(
    '\u0093NUMPY\u0001\u0000',
    [118, 0],
    "{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }".padEnd(117),
    '\n',
    Buffer.alloc(32),
  );
  const keras = {
    module: 'keras',
    class_name: 'Sequential',
    config: { layers: [{ module: 'keras.layers', class_name: 'Dense', config: { units: 4 } }] },
    keras_version: '3.5.0',
  };
  const own: Seed[] = [
    { name: 'pickle', bytes: pickle },
    { name: 'pickle of protocol 0', bytes: MALICIOUS },
    { name: 'joblib', bytes: joblib },
    { name: 'joblib, zlib', bytes: deflateSync(joblib) },
    { name: 'joblib, gzip', bytes: gzipSync(joblib) },
    { name: 'zstd', bytes: zstdCompressSync(joblib) },
    { name: 'safetensors', bytes: safetensors },
    { name: 'PyTorch', bytes: torch },
    { name: 'PyTorch in tar.gz', bytes: gzipSync(tarOf([{ name: 'model.pth', content: torch }])) },
    { name: 'tar', bytes: tarOf([{ name: 'model.pkl', content: Buffer.from(MALICIOUS) }]) },
    { name: 'ONNX', bytes: onnx },
    { name: 'GGUF', bytes: gguf },
    { name: 'npy', bytes: npy },
    { name: 'TFLite', bytes: flatbuffer('TFL3', { table: [] }) },
    { name: 'Keras configuration', bytes: Buffer.from(JSON.stringify(keras)) },
    {
      name: 'chat template',
      bytes: Buffer.from('{% for m in messages %}{{ m["role"] | upper }}: {{ m.content }}{% endfor %}'),
    },
    { name: 'Hydra', bytes: Buffer.from('model:\n  _target_: torch.nn.Linear\n  in_features: 4\n') },
    { name: 'config.json', bytes: Buffer.from('{"model_type":"llama","auto_map":{"AutoModel":"m.M"}}') },
    { name: 'PMML', bytes: Buffer.from('<?xml version="1.0"?><PMML version="4.4"><Header/></PMML>') },
    { name: 'Python', bytes: Buffer.from('import os\n\ndef load():\n    return os.system("id")\n') },
    { name: 'RDS', bytes: bytesOf('X\n', [0, 0, 0, 3, 0, 4, 2, 1, 0, 3, 5, 0, 0, 0, 0, 254]) },
  ];
  const others = (samples() ?? []).flatMap(({ path, file }): Seed[] => {
    const bytes = readFileSync(file);
    return bytes.length <= LARGEST ? [{ name: path, bytes }] : [];
  });
  return { own: [...own, ...moreSeeds], others };
}
