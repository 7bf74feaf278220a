import { describe, expect, it } from 'vitest';
import type { ModelFormat } from '#shared/model-files/format.ts';
import kerasConfig from '#shared/model-files/formats/keras-config.ts';
import { inspectBytes, rulesOf, seeded } from './inspect-bytes.ts';

const inspect = (config: unknown, name = 'config.json') =>
  inspectBytes(
    Buffer.from(typeof config === 'string' ? config : JSON.stringify(config)),
    [kerasConfig],
    name,
  );

const object = (module: string | null, className: string, config: unknown = {}, more: object = {}) => ({
  module,
  class_name: className,
  config,
  registered_name: null,
  ...more,
});

const model = (...layers: unknown[]) => object('keras', 'Functional', { name: 'model', layers });

/** As Python marshals the code of a lambda. */
const CODE = Buffer.from(`e3${'00'.repeat(40)}`, 'hex').toString('base64');

const utf32 = (text: string): Buffer =>
  Buffer.concat(
    [...text].map((character) => Buffer.from(Uint32Array.of(character.codePointAt(0) ?? 0).buffer)),
  );

describe('Keras configs', () => {
  it.each([
    [
      'a model of Keras 3',
      model(
        object('keras.layers', 'InputLayer', {
          batch_shape: [null, 4],
          dtype: object('keras', 'DTypePolicy', { name: 'float32' }),
        }),
        object('keras.layers', 'Dense', {
          activation: object('builtins', 'function', 'relu', { registered_name: 'function' }),
          kernel_initializer: object('keras.initializers', 'GlorotUniform', { seed: null }),
        }),
        object('keras.layers', 'StringLookup', { vocabulary: ['a', 'b'], oov_token: '[UNK]' }),
        object('keras.src.ops.numpy', 'Add', {}),
        object('keras.src.utils.timeseries', 'Window', {}),
        object('tensorflow', '__typespec__', [], { spec_name: 'TensorSpec' }),
      ),
    ],
    [
      'a model of Keras 2',
      {
        class_name: 'Sequential',
        config: {
          layers: [{ class_name: 'TFOpLambda', config: { name: 'tf.math', function: 'math.reduce_mean' } }],
        },
        keras_version: '2.9.0',
        backend: 'tensorflow',
      },
    ],
    [
      'a model of TensorFlow.js',
      {
        format: 'layers-model',
        modelTopology: { model_config: { class_name: 'Sequential', config: {} } },
        weightsManifest: [],
      },
    ],
  ])('finds nothing in %s', async (_, config) => {
    const inspection = await inspect(config);
    expect(inspection).toMatchObject({
      formats: ['keras-config'],
      status: 'complete',
      verdict: 'clean',
      observations: [],
    });
  });

  it.each([
    [
      'a lambda of Keras 3',
      object('keras.layers', 'Lambda', { function: { class_name: '__lambda__', config: { code: 'x' } } }),
      'keras.lambda-code',
    ],
    [
      'a lambda of Keras 2',
      { class_name: 'Lambda', config: { function: ['x', null, null], function_type: 'lambda' } },
      'keras.lambda-code',
    ],
    [
      'a lambda that computes a shape',
      { class_name: 'Lambda', config: { function: 'f', output_shape_type: 'lambda' } },
      'keras.lambda-code',
    ],
    [
      'a lambda outside a Lambda layer',
      object('keras.layers', 'Dense', { activation: { class_name: '__lambda__', config: { value: 'x' } } }),
      'keras.lambda-code',
    ],
    [
      'code where no lambda should be',
      { class_name: 'DistributionLambda', config: { make_distribution_fn: [CODE, null, null] } },
      'keras.marshalled-code',
    ],
    ['a module of the operating system', object('os', 'system', 'id'), 'keras.dangerous-object'],
    ['a built-in function by its config', object('builtins', 'function', 'eval'), 'keras.dangerous-object'],
    [
      'a built-in function by its registered name',
      object('builtins', 'X', {}, { registered_name: 'eval' }),
      'keras.dangerous-object',
    ],
    [
      'a type specification of another module',
      object('builtins', '__typespec__', [], { spec_name: 'exec' }),
      'keras.dangerous-object',
    ],
    ['a download', object('keras.utils', 'function', 'get_file'), 'keras.dangerous-object'],
    [
      'a download by its inner module',
      object('keras.src.utils.file_utils', 'get_file'),
      'keras.dangerous-object',
    ],
    [
      'the switch of safe mode',
      object('keras.config', 'function', 'enable_unsafe_deserialization'),
      'keras.dangerous-object',
    ],
    [
      'a saved model',
      object('keras.layers', 'TFSMLayer', { filepath: '/srv/evil' }),
      'keras.saved-model-layer',
    ],
    ['a PyTorch module', object('keras.layers', 'TorchModuleWrapper', { module: {} }), 'keras.torch-module'],
    [
      'a vocabulary in a file',
      object('keras.layers', 'StringLookup', { vocabulary: '/etc/passwd' }),
      'keras.vocabulary-file',
    ],
    [
      'an operation on files',
      { class_name: 'TFOpLambda', config: { function: 'io.write_file' } },
      'keras.dangerous-operation',
    ],
    [
      'an operation on files in the layer of slices',
      { class_name: 'SlicingOpLambda', config: { function: 'io.write_file' } },
      'keras.dangerous-operation',
    ],
    [
      'an operation on files as a method',
      { class_name: 'ClassMethod', config: { cls_symbol: 'io.write_file', method_name: '__call__' } },
      'keras.dangerous-operation',
    ],
    [
      'a node of a graph on files',
      { class_name: 'TensorFlowOpLayer', config: { node_def: { name: 'w', op: 'WriteFile' } } },
      'keras.dangerous-operation',
    ],
    [
      'a serialized node of a graph on files',
      { class_name: 'TensorFlowOpLayer', config: { node_def: '\n\u0001w\u0012\tWriteFile' } },
      'keras.dangerous-operation',
    ],
  ])('calls %s dangerous', async (_, layer, rule) => {
    const inspection = await inspect(model(layer));
    expect(inspection.verdict).toBe('dangerous');
    expect(rulesOf(inspection)).toContain(rule);
  });

  it.each([
    [
      'a Lambda layer of a named function',
      { class_name: 'Lambda', config: { function: 'preprocess', function_type: 'function' } },
      'keras.lambda-function',
    ],
    ['a class of another package', object('my_package.layers', 'Mine'), 'keras.foreign-object'],
    ['a built-in that is no type of values', object('builtins', 'print'), 'keras.foreign-object'],
    ['a function that only acts', object('keras.src.utils.image_utils', 'save_img'), 'keras.acting-function'],
    [
      'a model of TensorFlow Hub',
      { class_name: 'KerasLayer', config: { handle: 'https://tfhub.dev/x' } },
      'keras.hub-layer',
    ],
  ])('has a person look at %s', async (_, layer, rule) => {
    const inspection = await inspect(model(layer));
    expect(inspection.verdict).toBe('review');
    expect(rulesOf(inspection)).toEqual([rule]);
  });

  it.each([
    ['the loss', { ...model(), compile_config: { loss: object('os', 'popen', 'id') } }],
    [
      'an argument of a layer',
      model(object('keras.layers', 'Dense', { anything: { deeper: [[object('os', 'popen', 'id')]] } })),
    ],
    ['a model within a model', model(model(model(object('os', 'popen', 'id'))))],
    [
      'a call of an operation',
      model({ ...object('keras.layers', 'Add'), inbound_nodes: [{ args: [object('os', 'popen')] }] }),
    ],
    ['a key of JavaScript', JSON.stringify(model(object('os', 'popen'))).replace('"layers"', '"__proto__"')],
    [
      'nesting of 50,000',
      `${'{"class_name":"A","config":'.repeat(50_000)}${JSON.stringify(object('os', 'popen'))}${'}'.repeat(50_000)}`,
    ],
  ])('finds it in %s', async (_, config) => {
    const inspection = await inspect(config);
    expect(inspection.globals).toEqual(['os.popen']);
    expect(rulesOf(inspection)).toEqual(['keras.dangerous-object']);
  });

  it('has a pickle in the config inspected', async () => {
    const pickled: number[] = [];
    const pickle = {
      id: 'a-pickle',
      title: '',
      source: '',
      claims: ({ bytes }) => bytes[0] === 0x80,
      inspect: async ({ size }) => {
        pickled.push(size ?? 0);
      },
    } satisfies ModelFormat;
    const payload = Buffer.from(`8004${'00'.repeat(40)}`, 'hex');
    const config = model({
      class_name: 'DistributionLambda',
      config: { make: [payload.toString('base64')] },
    });
    await inspectBytes(Buffer.from(JSON.stringify(config)), [kerasConfig, pickle]);
    expect(pickled).toEqual([42]);
  });

  const evil = JSON.stringify(model(object('os', 'system', 'id')));
  it.each([
    ['UTF-16', Buffer.from(`\ufeff${evil}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(evil, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(evil, 'utf16le').swap16()],
    ['UTF-32', utf32(evil)],
    ['UTF-32 with its mark', utf32(`\ufeff${evil}`)],
    ['UTF-32 of the other order', utf32(evil).swap32()],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${evil}`)],
    [
      'numbers that only Python takes',
      Buffer.from(evil.replace('{', '{"a":[NaN,-Infinity,Infinity,-1],"b":"NaN \\" Infinity",')),
    ],
    ['marks behind padding', Buffer.from(evil.replace('{', `{"a":"${'x'.repeat(8192)}",`))],
  ])('reads %s as Python does', async (_, bytes) => {
    const inspection = await inspectBytes(bytes, [kerasConfig], 'model.keras › config.json');
    expect(inspection).toMatchObject({ verdict: 'dangerous', status: 'complete' });
  });

  it('is not clean about what was cut off', async () => {
    expect((await inspectBytes(Buffer.from(evil.slice(0, -1)), [kerasConfig])).verdict).toBe('review');
  });

  it('leaves other JSON alone', async () => {
    expect((await inspect('{"architectures":["X"]}')).formats).toEqual([]);
    expect((await inspect('["class_name","config"]')).formats).toEqual([]);
    expect((await inspect({ keras_version: '3.0', date_saved: 'today' }, 'metadata.json')).formats).toEqual(
      [],
    );
  });

  it('keeps what it tells short', async () => {
    const long = 'x'.repeat(100_000);
    const { observations } = await inspect(
      model(object(long, long), object('keras', 'TFSMLayer', { name: long, filepath: long })),
    );
    for (const { text, global } of observations)
      expect(Math.max(text.length, global?.length ?? 0)).toBeLessThan(600);
    expect(observations).toHaveLength(2);
  });

  it('throws for nothing that a file holds', async () => {
    const whole = Buffer.from(evil);
    for (let length = 0; length < whole.length; length++)
      expect((await inspectBytes(whole.subarray(0, length), [kerasConfig])).verdict).not.toBe('clean');
    const random = seeded(3);
    for (let round = 0; round < 2000; round++) {
      const flipped = Buffer.from(whole);
      flipped[random() % flipped.length] = random() >>> 24;
      await inspectBytes(flipped, [kerasConfig]);
    }
  });

  it('takes a time that grows with the text and not faster', async () => {
    const quotes = `{"class_name":"A","config":"${'\\"'.repeat(2_000_000)}`;
    const begin = performance.now();
    expect((await inspect(quotes)).status).toBe('partial');
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});
