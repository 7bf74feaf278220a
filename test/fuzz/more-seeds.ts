import { zipOf } from '#test/shared/model-files/archives.ts';
import { made, zfile } from '#test/shared/model-files/compressed-payloads.ts';
import { Hdf5Builder } from '#test/shared/model-files/hdf5-builder.ts';
import { bytesOf, MALICIOUS } from '#test/shared/model-files/pickle-builder.ts';
import { int, nested, bytesOf as protobuf, text } from '#test/shared/model-files/protobuf-builder.ts';
import {
  COPY,
  LZMA,
  LZMA2,
  lzma2Of,
  lzmaOf,
  sevenZipOf,
} from '#test/shared/model-files/seven-zip-builder.ts';

const CONFIG = Buffer.from('{"class_name":"Sequential","config":{"layers":[{"class_name":"Dense"}]}}');

function keras(version: 0 | 2): Buffer {
  const builder = new Hdf5Builder(version);
  const kernel = builder.object(builder.dataset([4, 4]));
  const layer = builder.object(builder.links([{ name: 'kernel:0', hard: kernel }]));
  const links = builder.links([
    { name: 'dense', hard: layer },
    { name: 'alias', soft: '/dense' },
  ]);
  const attribute = builder.attribute('model_config', CONFIG, 'variable', version === 0 ? 1 : 3);
  return builder.file(builder.object(links, [attribute]));
}

const node = (name: string, op: string) => nested(1, text(1, name), text(2, op));
const savedModel = protobuf(
  int(1, 1),
  nested(
    2,
    nested(1, text(4, 'serve'), text(5, '2.16.1')),
    nested(2, node('x', 'Placeholder'), node('r', 'ReadFile')),
  ),
);
const paddle = protobuf(
  nested(
    1,
    int(1, 0),
    int(2, 0),
    nested(3, text(1, 'x')),
    nested(4, text(3, 'load'), nested(4, text(1, 'file_path'), int(2, 2), text(5, '/x'))),
  ),
);
const payload = Buffer.from(MALICIOUS);
const members = [{ name: 'data.pkl', size: payload.length }];

/** Small files of the kinds that {@link seeds} has none of: a seed for each parser. */
export const moreSeeds: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  { name: 'HDF5 of version 0', bytes: keras(0) },
  { name: 'HDF5 of version 2', bytes: keras(2) },
  {
    name: 'Keras archive',
    bytes: zipOf([
      { name: 'config.json', content: CONFIG },
      { name: 'metadata.json', content: Buffer.from('{"keras_version":"3.5.0"}') },
      { name: 'model.weights.h5', content: keras(0) },
    ]),
  },
  { name: 'SavedModel', bytes: savedModel },
  { name: 'PaddlePaddle', bytes: paddle },
  { name: '7-Zip, copied', bytes: sevenZipOf([{ coders: [COPY], packed: payload, members }]) },
  { name: '7-Zip, LZMA2', bytes: sevenZipOf([{ coders: [LZMA2], packed: lzma2Of(payload), members }]) },
  {
    name: '7-Zip with a list that is compressed',
    bytes: sevenZipOf([{ coders: [LZMA], packed: lzmaOf(payload), members }], {
      encodeHeader: (header) => ({ coders: [LZMA], packed: lzmaOf(header) }),
    }),
  },
  { name: 'bzip2', bytes: made('bzip2') },
  { name: 'xz', bytes: made('xz') },
  { name: 'LZ4', bytes: made('lz4') },
  { name: 'LZMA', bytes: made('lzma') },
  { name: 'ZFILE', bytes: zfile(payload) },
  {
    name: 'XGBoost in JSON',
    bytes: Buffer.from('{"learner":{"attributes":{},"gradient_booster":{}},"version":[2,0,3]}'),
  },
  { name: 'XGBoost in UBJSON', bytes: bytesOf('{L\0\0\0\0\0\0\0\u0007learner{') },
  { name: 'LightGBM', bytes: Buffer.from('tree\nversion=v4\nnum_class=1\n') },
  { name: 'CatBoost', bytes: bytesOf('CBM1\u0006\0\0\0abcdef') },
  { name: 'Torch 7', bytes: Buffer.from('4\n1\n3\nV 1\n13\nnn.Sequential\n3\n2\n') },
  { name: 'Flax', bytes: bytesOf([0x81, 0xa1, 0x77, 0xc7, 4, 1, 0x93, 0x90, 0xa1, 0x66]) },
  {
    name: 'MXNet',
    bytes: Buffer.from(
      '{"nodes":[{"op":"null","name":"x","inputs":[]},{"op":"Custom","name":"c","inputs":[[0,0,0]]}],"arg_nodes":[0],"heads":[[1,0,0]]}',
    ),
  },
  {
    name: 'OpenVINO',
    bytes: Buffer.from(
      '<?xml version="1.0"?><net name="m" version="11"><layers><layer id="0" name="x" type="Parameter" version="opset1"><data shape="1"/></layer></layers><edges/></net>',
    ),
  },
  {
    name: 'skops',
    bytes: zipOf([
      {
        name: 'schema.json',
        content: Buffer.from(
          '{"__class__":"MethodNode","__module__":"builtins","__loader__":"MethodNode","content":{"func":"eval"},"protocol":2}',
        ),
      },
    ]),
  },
  {
    name: 'TensorFlow checkpoint',
    bytes: bytesOf('\u0000\u0000\u0000\u0000'.repeat(10), [0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb]),
  },
  {
    name: 'torch.export',
    bytes: Buffer.from(
      '{"graph_module":{"graph":{"nodes":[{"as_expr":{"expr_str":"Max(1, s0)*2 + Eq(s1, 4)"}}]}}}',
    ),
  },
  {
    name: 'TorchScript, with its bytecode',
    bytes: zipOf([
      { name: 'm/data.pkl', content: payload },
      { name: 'm/constants.pkl', content: Buffer.from('\x80\x02).', 'latin1') },
      { name: 'm/bytecode.pkl', content: Buffer.from('\x80\x02(U\x0caten::save_toq\x01t.', 'latin1') },
      {
        name: 'm/code/x.py',
        content: Buffer.from('def f(x):\n  y = ops.image.read_file("/x")\n  return torch.save(y)\n'),
      },
    ]),
  },
  {
    name: 'text that is YAML',
    bytes: Buffer.from('# Notes\n\n# more\nkey: !!python/object/apply:os.system [id]\n_target_: os.system\n'),
  },
  {
    name: 'text with a template',
    bytes: Buffer.from('A model.\n{% set ns = namespace(a="__cl") %}{{ x[ns.a + "ass__"] }}\n'),
  },
  {
    name: 'compiled Python',
    bytes: Buffer.concat([
      Buffer.from('cb0d0d0a0000000000000000', 'hex'),
      Buffer.alloc(4),
      Buffer.from([0xe3]),
      Buffer.alloc(40),
    ]),
  },
  {
    name: 'PE',
    bytes: Buffer.concat([
      Buffer.from('MZ'),
      Buffer.alloc(58),
      Buffer.from([64, 0, 0, 0]),
      Buffer.from('PE\0\0'),
      Buffer.alloc(40),
    ]),
  },
  {
    name: 'joblib with an array in a file',
    bytes: Buffer.from(
      '\x80\x02cjoblib.numpy_pickle\nNDArrayWrapper\n)\x81}(U\x08filenameU\x05a.npyU\x08subclassNub.',
      'latin1',
    ),
  },
];
