import { describe, expect, it } from 'vitest';
import skopsSchema from '#shared/model-files/formats/skops-schema.ts';
import { inspectBytes, rulesOf, seeded } from './inspect-bytes.ts';

const node = (module: string, name: string, loader: string, content: unknown = {}) => ({
  __class__: name,
  __module__: module,
  __loader__: loader,
  content,
});

const inspect = (schema: unknown, name = 'schema.json') =>
  inspectBytes(Buffer.from(JSON.stringify(schema)), [skopsSchema], name);

const pipeline = (step: unknown) => ({
  ...node(
    'sklearn.pipeline',
    'Pipeline',
    'ObjectNode',
    node('builtins', 'dict', 'DictNode', { steps: [step] }),
  ),
  protocol: 2,
  _skops_version: '0.11.0',
});

describe('skops schemas', () => {
  it.each([
    ['an estimator', node('sklearn.linear_model._logistic', 'LogisticRegression', 'ObjectNode')],
    ['an array', { ...node('numpy', 'ndarray', 'NdArrayNode'), type: 'numpy', file: '1.npy' }],
    ['a type', node('builtins', 'type', 'TypeNode', { __class__: 'float64', __module__: 'numpy' })],
    [
      'a function of NumPy',
      node('numpy', 'function', 'FunctionNode', { module_path: 'numpy', function: 'log1p' }),
    ],
    ['a partial function', node('functools', 'partial', 'PartialNode')],
  ])('finds nothing in %s', async (_, step) => {
    const inspection = await inspect(pipeline(step));
    expect(inspection).toMatchObject({
      formats: ['skops-schema'],
      status: 'complete',
      verdict: 'clean',
      observations: [],
    });
  });

  it.each([
    [
      'a function of the operating system',
      node('builtins', 'function', 'FunctionNode', { module_path: 'os', function: 'system' }),
      'os.system',
    ],
    [
      'a caller of methods',
      node('operator', 'methodcaller', 'OperatorFuncNode', { attrs: ['system', 'id'] }),
      'operator.methodcaller',
    ],
    [
      'a type that is given as another',
      node('builtins', 'type', 'TypeNode', { __class__: 'Popen', __module__: 'subprocess' }),
      'subprocess.Popen',
    ],
    [
      'a function of NumPy that unpickles',
      node('numpy', 'function', 'FunctionNode', { module_path: 'numpy', function: 'load' }),
      'numpy.load',
    ],
    [
      'a method that leads to the interpreter',
      node('builtins', 'method', 'MethodNode', {
        func: '__globals__',
        obj: node('sklearn.base', 'BaseEstimator', 'ObjectNode'),
      }),
      'sklearn.base.BaseEstimator.__globals__',
    ],
    [
      'a node deep in a value',
      { odd: [[{ deeper: node('shutil', 'rmtree', 'ObjectNode') }]] },
      'shutil.rmtree',
    ],
  ])('calls %s dangerous', async (_, step, global) => {
    const inspection = await inspect(pipeline(step));
    expect(inspection.verdict).toBe('dangerous');
    expect(inspection.observations).toContainEqual(
      expect.objectContaining({ rule: 'skops.dangerous-object', global }),
    );
    expect(inspection.globals).toContain(global);
  });

  it.each([
    ['a type of another package', node('my_package', 'Mine', 'ObjectNode'), 'skops.unknown-type'],
    ['a built-in that is no type of values', node('builtins', 'print', 'ObjectNode'), 'skops.unknown-type'],
    ['a method', node('builtins', 'method', 'MethodNode', { func: 'predict' }), 'skops.calling-loader'],
    ['an operator', node('operator', 'add', 'OperatorFuncNode'), 'skops.calling-loader'],
    ['a constructor', node('numpy', 'arange', 'ConstructorFromReduceNode'), 'skops.calling-loader'],
    ['a loss that is none', node('numpy', 'arange', 'LossNode'), 'skops.calling-loader'],
  ])('has a person look at %s', async (_, step, rule) => {
    const inspection = await inspect(pipeline(step));
    expect(inspection.verdict).toBe('review');
    expect(rulesOf(inspection)).toEqual([rule]);
  });

  it('tells the same once', async () => {
    const schema = pipeline(Array.from({ length: 500 }, () => node('my_package', 'Mine', 'ObjectNode')));
    expect((await inspect(schema)).observations).toHaveLength(1);
  });

  it('reads marks behind padding', async () => {
    const schema = { padding: 'x'.repeat(8192), ...pipeline(node('os', 'system', 'ObjectNode')) };
    expect((await inspect(schema, 'model.skops › schema.json')).verdict).toBe('dangerous');
  });

  it('leaves other JSON alone', async () => {
    expect((await inspect({ class_name: 'A', config: {} })).formats).toEqual([]);
  });

  it('throws for nothing that a file holds, and is never clean where it was cut off', async () => {
    const whole = Buffer.from(JSON.stringify(pipeline(node('os', 'system', 'ObjectNode'))));
    for (let length = 0; length < whole.length; length++)
      expect((await inspectBytes(whole.subarray(0, length), [skopsSchema])).verdict).not.toBe('clean');
    const random = seeded(5);
    for (let round = 0; round < 2000; round++) {
      const flipped = Buffer.from(whole);
      flipped[random() % flipped.length] = random() >>> 24;
      await inspectBytes(flipped, [skopsSchema]);
    }
  });
});
