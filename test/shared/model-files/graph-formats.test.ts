import { describe, expect, it } from 'vitest';
import coreml from '#shared/model-files/formats/coreml.ts';
import { formats } from '#shared/model-files/formats/index.ts';
import msgpackFlax from '#shared/model-files/formats/msgpack-flax.ts';
import openvino from '#shared/model-files/formats/openvino.ts';
import paddle from '#shared/model-files/formats/paddle.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { attributesOf } from '#shared/model-files/openvino/inspect-ir.ts';
import { bytesOf, filled, int, nested, type Pieces, text } from './protobuf-builder.ts';
import { damaged, inspectBytes, rulesOf } from './robustness.ts';

const inspect = (...parts: readonly Pieces[]): Promise<Inspection> => inspectBytes(bytesOf(...parts));
const inspectText = (file: string): Promise<Inspection> => inspectBytes(Buffer.from(file, 'latin1'));

const errorsOf = (seen: readonly Inspection[]): Inspection[] =>
  seen.filter(({ status }) => status === 'error');

describe('a Core ML model', () => {
  const model = (...kind: Pieces[]): Pieces[] => [
    int(1, 4),
    nested(2, nested(1, text(1, 'image')), nested(10, text(1, 'label'))),
    ...kind,
  ];
  const customLayer = nested(1, text(1, 'swish'), nested(500, text(10, 'SwishLayer'), filled(20, 64)));
  const plainLayer = nested(1, text(1, 'conv'), nested(100, filled(90, 64)));

  it('is complete and clean with layers of Core ML', async () => {
    const seen = await inspect(...model(nested(500, plainLayer)));
    expect(seen).toMatchObject({
      formats: ['coreml'],
      status: 'complete',
      verdict: 'clean',
      observations: [],
    });
  });

  it.each<[string, Pieces]>([
    ['a network', nested(500, plainLayer, customLayer)],
    ['a classifier', nested(403, customLayer)],
    ['a regressor', nested(303, customLayer)],
    ['a branch', nested(500, nested(1, nested(605, nested(2, customLayer))))],
    ['the body of a loop', nested(500, nested(1, nested(615, nested(4, customLayer))))],
    ['a pipeline', nested(202, nested(1, ...model(nested(500, customLayer))))],
    ['a pipeline that classifies', nested(200, nested(1, nested(1, ...model(nested(500, customLayer)))))],
  ])('asks a person about a custom layer in %s', async (_where, kind) => {
    const seen = await inspect(...model(kind));
    expect(rulesOf(seen)).toEqual(['coreml.custom-layer review']);
    expect(seen.observations[0]?.text).toContain('"SwishLayer"');
  });

  it('asks a person about a custom model and a linked one', async () => {
    expect(rulesOf(await inspect(...model(nested(555, text(10, 'Recogniser')))))).toEqual([
      'coreml.custom-model review',
    ]);
    const linked = nested(556, nested(1, nested(1, text(1, 'other.mlmodelc')), nested(2, text(1, '/tmp'))));
    expect(rulesOf(await inspect(...model(linked)))).toEqual([
      'coreml.linked-model review',
      'coreml.linked-model review',
    ]);
  });

  it('judges the files of weights that a program names', async () => {
    const program = (file: string): Pieces =>
      nested(
        502,
        int(1, 1),
        nested(
          2,
          text(1, 'main'),
          nested(
            2,
            nested(
              3,
              text(1, 'CoreML6'),
              nested(
                2,
                nested(3, text(1, 'const'), nested(5, text(1, 'val'), nested(2, nested(5, text(1, file))))),
              ),
            ),
          ),
        ),
      );
    expect(rulesOf(await inspect(...model(program('@model_path/weights/weight.bin'))))).toEqual([]);
    expect(rulesOf(await inspect(...model(program('@model_path/../../secret'))))).toEqual([
      'coreml.escaping-file dangerous',
    ]);
  });

  const blob = nested(5, text(1, '@model_path/../../secret'));
  const attributes = nested(4, text(1, 'key'), nested(2, blob));
  const functionOf = (...inside: Pieces[]): Pieces => nested(2, text(1, 'main'), nested(2, ...inside));
  const blockOf = (...inside: Pieces[]): Pieces => nested(3, text(1, 'CoreML6'), nested(2, ...inside));
  const constant = (...inside: Pieces[]): Pieces =>
    nested(3, text(1, 'const'), nested(5, text(1, 'val'), nested(2, nested(3, ...inside))));

  it.each<[string, Pieces]>([
    ['its attributes', attributes],
    ['the attributes of a function', functionOf(attributes)],
    ['the attributes of a block', functionOf(blockOf(attributes))],
    ['a tuple', functionOf(blockOf(constant(nested(2, nested(1, blob)))))],
    ['a list', functionOf(blockOf(constant(nested(3, nested(1, blob)))))],
    ['a dictionary', functionOf(blockOf(constant(nested(4, nested(1, nested(2, blob))))))],
  ])('judges the files of weights that a program names in %s', async (_where, inside) => {
    expect(rulesOf(await inspect(...model(nested(502, int(1, 1), inside))))).toEqual([
      'coreml.escaping-file dangerous',
    ]);
  });

  it('is partial where it holds a model that only the system understands', async () => {
    const seen = await inspect(...model(nested(3000, text(1, 'com.example.kind'), filled(2, 64))));
    expect(seen).toMatchObject({ formats: ['coreml'], status: 'partial' });
    expect(seen.notRead[0]?.why).toContain('"com.example.kind"');
  });

  it('never throws by damage', async () => {
    expect(errorsOf(await damaged(bytesOf(...model(nested(500, customLayer))), coreml))).toEqual([]);
  });
});

describe('an OpenVINO model', () => {
  const net = (layers: string, before = '<?xml version="1.0"?>\n'): string =>
    `${before}<net name="m" version="11"><layers>${layers}</layers><edges/></net>`;

  it('is complete and clean with operations of its opsets', async () => {
    const seen = await inspectText(
      net('<layer id="0" name="x > y" type="Parameter" version="opset1"><data shape="1"/></layer>'),
    );
    expect(seen).toMatchObject({
      formats: ['openvino'],
      status: 'complete',
      verdict: 'clean',
      observations: [],
    });
  });

  it('notes operations of extensions, once a kind', async () => {
    const layer = (name: string): string =>
      `<layer id="0" name="${name}" type='MyOp'\n version = "extension"/>`;
    const hidden = '<!-- <layer type="Hidden" version="extension"/> -->';
    const file = net(`${layer('a > b')}${hidden}`);
    const seen = await inspectText(file);
    expect(rulesOf(seen)).toEqual(['openvino.extension note']);
    expect(seen.observations[0]?.text).toContain('"MyOp" is of "extension"');
    const twice = await inspectText(net(`${layer('a')}${layer('b')}`));
    expect(twice.observations.map(({ offset }) => offset)).toEqual([file.indexOf('<layer ')]);
  });

  it('asks a person about a document type', async () => {
    const seen = await inspectText(net('', '<!DOCTYPE net [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'));
    expect(rulesOf(seen)).toContain('openvino.document-type review');
  });

  it('is partial where it ends within a tag or a comment', async () => {
    expect((await inspectText(`${net('<layer type="X"/>')}<layer type="`)).status).toBe('partial');
    expect((await inspectText(`${net('<layer type="X"/>')}<!-- `)).status).toBe('partial');
  });

  it('reads attributes in one pass, quotes and all', () => {
    expect([...attributesOf(`<layer a="x='1'" b = 'y' c>`)]).toEqual([
      ['a', "x='1'"],
      ['b', 'y'],
    ]);
    expect(attributesOf(`<layer ${'a'.repeat(16_000)}`).size).toBe(0);
  });

  it('never throws by damage', async () => {
    const file = Buffer.from(net('<layer id="0" type="MyOp" version="extension"/><!-- c --><![CDATA[ x ]]>'));
    expect(errorsOf(await damaged(file, openvino))).toEqual([]);
  });
});

describe('a program of PaddlePaddle', () => {
  const variable = nested(3, text(1, 'x'));
  const operation = (type: string, ...attributes: Pieces[]): Pieces =>
    nested(4, text(3, type), ...attributes);
  const program = (...operations: Pieces[]): Pieces =>
    nested(1, int(1, 0), int(2, 0), variable, ...operations);
  const file = (path: string): Pieces => nested(4, text(1, 'file_path'), int(2, 2), text(5, path));

  it.each<[string, Pieces, string[]]>([
    ['computes', operation('relu'), []],
    ['runs Python', operation('py_func'), ['paddle.python-operation dangerous']],
    ['saves beside', operation('save_combine', file('params')), ['paddle.file-operation review']],
    ['saves elsewhere', operation('save_combine', file('/etc/x')), ['paddle.file-operation dangerous']],
    [
      'reads a file elsewhere',
      operation('read_file', nested(4, text(1, 'filename'), int(2, 2), text(5, '/etc/shadow'))),
      ['paddle.file-operation dangerous'],
    ],
    ['listens for others', operation('listen_and_serv'), ['paddle.network-operation review']],
    ['runs what is compiled', operation('tensorrt_engine'), ['paddle.opaque-program review']],
  ])('is judged by its operations: one that %s', async (_what, inner, rules) => {
    const seen = await inspect(program(inner));
    expect(seen).toMatchObject({ formats: ['paddle'], status: 'complete' });
    expect(rulesOf(seen)).toEqual(rules);
  });

  it('never throws by damage', async () => {
    expect(errorsOf(await damaged(bytesOf(program(operation('load', file('/x')))), paddle))).toEqual([]);
  });
});

describe('a symbol of MXNet', () => {
  const symbol = (...nodes: object[]): string =>
    JSON.stringify({
      nodes: [{ op: 'null', name: 'x', inputs: [] }, ...nodes],
      arg_nodes: [0],
      heads: [[0, 0, 0]],
    });

  it('is clean but for custom operators, which are Python', async () => {
    expect(await inspectText(symbol())).toMatchObject({
      formats: ['mxnet-symbol'],
      status: 'complete',
      verdict: 'clean',
    });
    const seen = await inspectText(
      symbol({ op: 'Custom', name: 'c', attrs: { op_type: 'mine' }, inputs: [] }),
    );
    expect(rulesOf(seen)).toContain('mxnet-symbol.custom-operator review');
  });

  it.each(['_Native', '_NDArray'])('is dangerous where %s calls what lies at an address', async (op) => {
    const seen = await inspectText(symbol({ op, name: 'n', attrs: { info: '0x41414141' }, inputs: [] }));
    expect(rulesOf(seen)).toContain('mxnet-symbol.memory-address dangerous');
    expect(seen.observations.some(({ text }) => text.includes('"0x41414141"'))).toBe(true);
  });

  it('is partial where it is cut', async () => {
    expect((await inspectText(symbol().slice(0, -1))).status).toBe('partial');
  });
});

describe('a checkpoint of Flax', () => {
  const str = (value: string): number[] => [0xa0 + value.length, ...Buffer.from(value)];
  const array = (type: number, size = 40): number[] => [
    0xc8,
    size >> 8,
    size & 0xff,
    type,
    ...new Array<number>(size).fill(0),
  ];
  const checkpoint = (...more: number[]): Uint8Array =>
    Uint8Array.from([0x82, ...str('params'), 0x81, ...str('kernel'), ...array(1), ...str('more'), ...more]);

  it('is complete and clean with arrays', async () => {
    const seen = await inspectBytes(checkpoint(...array(3)));
    expect(seen).toMatchObject({ formats: ['msgpack-flax'], status: 'complete', verdict: 'clean' });
  });

  it('asks a person about types that Flax does not define, and bytes behind', async () => {
    expect(rulesOf(await inspectBytes(checkpoint(...array(42))))).toContain(
      'msgpack-flax.unknown-type review',
    );
    expect((await inspectBytes(checkpoint(...array(255)))).verdict).toBe('clean');
    expect(rulesOf(await inspectBytes(checkpoint(0xc0, 1, 2)))).toContain(
      'msgpack-flax.trailing-bytes review',
    );
  });

  it.each<[string, number[], string]>([
    ['states more bytes than there are', [0xc6, 0xff, 0xff, 0xff, 0xff], 'more bytes than there are'],
    ['states more values than there are', [0xdd, 0xff, 0xff, 0xff, 0xff], 'more bytes than there are'],
    ['nests without bound', new Array<number>(2000).fill(0x91), 'nests deeper'],
    ['has a byte that begins no value', [0xc1, 0, 0], 'begins no value'],
  ])('is partial where it %s', async (_what, more, why) => {
    const seen = await inspectBytes(checkpoint(...more));
    expect(seen.status).toBe('partial');
    expect(seen.notRead[0]?.why).toContain(why);
  });

  it('never throws by damage', async () => {
    expect(errorsOf(await damaged(checkpoint(0xcb, 0, 0, 0, 0, 0, 0, 0, 0), msgpackFlax))).toEqual([]);
  });
});

describe('an index of a TensorFlow checkpoint', () => {
  const MAGIC = [0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb];
  const index = (first: Uint8Array, magic = MAGIC): Uint8Array =>
    Buffer.concat([Uint8Array.of(0, 0, first.length), first, new Uint8Array(200), Uint8Array.from(magic)]);
  const header = bytesOf(int(1, 1), nested(3, int(1, 1)));

  it('is known by its first entry and its magic number, and holds nothing that runs', async () => {
    expect(await inspectBytes(index(header))).toMatchObject({
      formats: ['tensorflow-checkpoint'],
      status: 'complete',
      verdict: 'clean',
    });
    expect((await inspectBytes(index(header, MAGIC.toReversed()))).formats).toEqual([]);
    expect((await inspectBytes(index(bytesOf(text(9, 'other'))))).formats).toEqual([]);
  });
});

describe('formats of which the begin tells enough', () => {
  it.each<[string, string, string]>([
    ['catboost', 'CBM1\x04\0\0\0abcdef', 'complete'],
    ['catboost', 'CBM1\xff\xff\xff\xffabcdef', 'partial'],
    ['xgboost', '{"learner":{"attributes":{},"gradient_booster":{}},"version":[2,0,3]}', 'complete'],
    ['xgboost', '{L\0\0\0\0\0\0\0\x07learner{}}', 'complete'],
    ['xgboost', '{L\0\0\0\0\0\0\0\x07learner{', 'partial'],
    ['xgboost', 'binf\0\0\0\0', 'partial'],
    ['lightgbm', 'tree\nversion=v4\nnum_class=1\n', 'complete'],
    ['executorch', '\x30\0\0\0ET12eh00\x18\0\0\0', 'partial'],
    ['onnxruntime', '\x18\0\0\0ORTM\0\0\0\0', 'partial'],
    ['torch7', '4\n1\n3\nV 1\n13\nnn.Sequential\n3\n2\n', 'partial'],
    ['torch7', '\x04\0\0\0\x01\0\0\0\x03\0\0\0V 1\x0d\0\0\0nn.Sequential', 'partial'],
  ])('%s: %j is %s', async (format, file, status) => {
    const seen = await inspectText(file);
    expect(seen).toMatchObject({ formats: [format], status });
    expect(seen.verdict).toBe(status === 'complete' ? 'clean' : 'review');
  });

  it.each([
    'plain text',
    '{"name": "a package"}',
    'PK\x03\x04\x14\0\0\0',
    '\x80\x04K\x01.',
    '\x89PNG\r\n\x1a\n',
    '<html><body></body></html>',
    'GGUF\x03\0\0\0',
    '\x08\0\0\0\0\0\0\0{"a":1}',
    '\x93NUMPY\x01\0',
    '\0'.repeat(4096),
  ])('none of them claims %j', async (file) => {
    const ours = [
      'onnx',
      'onnx-tensor',
      'onnxruntime',
      'tensorflow-saved-model',
      'tensorflow-graph',
      'tensorflow-checkpoint',
      'keras-metadata',
      'tflite',
      'coreml',
      'openvino',
      'catboost',
      'xgboost',
      'lightgbm',
      'paddle',
      'mxnet-symbol',
      'executorch',
      'torch7',
      'msgpack-flax',
    ];
    expect(formats.map(({ id }) => id)).toEqual(expect.arrayContaining(ours));
    const { formats: claimed } = await inspectText(file);
    expect(claimed.filter((id) => ours.includes(id))).toEqual([]);
  });
});
