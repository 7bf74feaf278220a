import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import onnx from '#shared/model-files/formats/onnx.ts';
import onnxTensor from '#shared/model-files/formats/onnx-tensor.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { ABSENT, FIXTURES } from '../../recorded/fixtures.ts';
import { bytesOf, filled, group, int, madeOnDemand, nested, type Pieces, text } from './protobuf-builder.ts';
import { damaged, inspectBytes, rulesOf } from './robustness.ts';

// Field numbers of onnx/onnx.proto, as an exporter writes them.
const IN_MODEL = { graph: 7, trainingInfo: 20, functions: 25 } as const;

const entry = (key: string, value: string): Pieces => nested(13, text(1, key), text(2, value));
const externalTensor = (location: string): Pieces[] => [
  int(1, 4),
  int(2, 1),
  text(8, 'weights'),
  entry('location', location),
  entry('offset', '0'),
  int(14, 1),
];
const node = (operator: string, domain = '', ...more: Pieces[]): Pieces =>
  nested(
    1,
    text(1, 'x'),
    text(2, 'y'),
    text(4, operator),
    ...more,
    ...(domain === '' ? [] : [text(7, domain)]),
  );
const stringAttribute = (name: string, value: string): Pieces =>
  nested(5, text(1, name), text(4, value), int(20, 3));
const graph = (...parts: Pieces[]): Pieces[] => [node('Relu'), text(2, 'main'), ...parts];
const model = (graphParts: readonly Pieces[], ...more: Pieces[]): Pieces[] => [
  int(1, 8),
  text(2, 'test'),
  nested(IN_MODEL.graph, ...graphParts),
  nested(8, text(1, ''), int(2, 17)),
  ...more,
];
const inspect = (...parts: readonly Pieces[]): Promise<Inspection> => inspectBytes(bytesOf(...parts));

const ESCAPING = '../../etc/passwd';

describe('an ONNX model', () => {
  it('is complete and clean where it has nothing but operators of ONNX', async () => {
    const seen = await inspect(...model(graph(nested(5, int(1, 4), int(2, 1), text(8, 'w'), filled(9, 16)))));
    expect(seen).toMatchObject({ formats: ['onnx'], status: 'complete', verdict: 'clean', observations: [] });
  });

  const tensor = externalTensor(ESCAPING);
  const sparse = nested(2, ...tensor);
  it.each<[string, Pieces[]]>([
    ['an initializer', model(graph(nested(5, ...tensor)))],
    ['the indices of a sparse initializer', model(graph(nested(15, sparse)))],
    ['the values of a sparse initializer', model(graph(nested(15, nested(1, ...tensor))))],
    ['an attribute', model(graph(node('Constant', '', nested(5, text(1, 'value'), nested(5, ...tensor)))))],
    ['one of the tensors of an attribute', model(graph(node('X', '', nested(5, nested(10, ...tensor)))))],
    ['a sparse attribute', model(graph(node('Constant', '', nested(5, nested(22, sparse)))))],
    ['one of the sparse tensors of an attribute', model(graph(node('X', '', nested(5, nested(23, sparse)))))],
    ['a subgraph', model(graph(node('If', '', nested(5, nested(6, ...graph(nested(5, ...tensor)))))))],
    ['one of several subgraphs', model(graph(node('X', '', nested(5, nested(11, nested(5, ...tensor))))))],
    [
      'a function',
      model(
        graph(),
        nested(25, text(1, 'f'), nested(7, text(4, 'Constant'), nested(5, nested(5, ...tensor)))),
      ),
    ],
    ['a default of a function', model(graph(), nested(25, text(1, 'f'), nested(11, nested(5, ...tensor))))],
    ['the training algorithm', model(graph(), nested(20, nested(2, nested(5, ...tensor))))],
    ['the initialization for training', model(graph(), nested(20, nested(1, nested(5, ...tensor))))],
    ['a second part of the graph, which parsers merge', model(graph(), nested(7, nested(5, ...tensor)))],
  ])('is dangerous where %s is read from outside of its folder', async (_where, parts) => {
    const seen = await inspect(...parts);
    expect(seen.verdict).toBe('dangerous');
    expect(rulesOf(seen)).toEqual(['onnx.escaping-file dangerous']);
    expect(seen.observations[0]?.text).toContain(JSON.stringify(ESCAPING));
  });

  it.each([
    '/etc/passwd',
    '..',
    'weights/../../secret',
    'weights\\..\\..\\secret',
    '..\\secret',
    'C:\\Windows\\win.ini',
    'C:secret',
    '\\\\host\\share\\file',
    'file:///etc/passwd',
    '~/.ssh/id_rsa',
    'weights\0.bin',
    'a/'.repeat(3000),
    `${'日/'.repeat(1100)}${'../'.repeat(1101)}secret`,
    `${'😀/'.repeat(900)}${'../'.repeat(901)}secret`,
  ])('is dangerous with a tensor in %j', async (location) => {
    expect(rulesOf(await inspect(...model(graph(nested(5, ...externalTensor(location))))))).toEqual([
      'onnx.escaping-file dangerous',
    ]);
  });

  it.each(['model.onnx_data', 'weights/part-1.bin', './model.data', '..data', 'a..b'])(
    'notes a tensor in %j, and that links show only in the folder',
    async (location) => {
      const seen = await inspect(...model(graph(nested(5, ...externalTensor(location)))));
      expect(rulesOf(seen)).toEqual(['onnx.external-file note']);
      expect(seen).toMatchObject({ status: 'complete', verdict: 'clean' });
      expect(seen.observations[0]?.text).toContain('CVE-2026-34446');
    },
  );

  it('is dangerous with an escaping location whatever it says about where its values lie', async () => {
    const hidden = [int(1, 4), text(8, 'w'), entry('location', ESCAPING)];
    expect((await inspect(...model(graph(nested(5, ...hidden))))).verdict).toBe('dangerous');
  });

  it('is dangerous with a tensor at an address of memory', async () => {
    const seen = await inspect(...model(graph(nested(5, ...externalTensor('*/_ORT_MEM_ADDR_/*')))));
    expect(rulesOf(seen)).toEqual(['onnx.memory-address dangerous']);
  });

  it('finds what is dangerous behind more files and operators than are kept', async () => {
    const many = Array.from({ length: 1200 }, (_, index) => nested(5, ...externalTensor(`part-${index}`)));
    const kinds = Array.from({ length: 1200 }, (_, index) => node(`Op${index}`, 'com.acme'));
    const last = [nested(5, ...externalTensor(ESCAPING)), node('PyOp', 'com.acme')];
    const seen = await inspect(...model(graph(...many, ...kinds, ...last)));
    expect(seen).toMatchObject({ status: 'partial', verdict: 'dangerous' });
    expect(rulesOf(seen)).toContain('onnx.escaping-file dangerous');
    expect(rulesOf(seen)).toContain('onnx.python-operator dangerous');
  });

  it.each([
    ['__class__', ['onnx.odd-external-data review']],
    ['checksum', []],
    ['prepacked_0', []],
  ])(
    'asks a person where a tensor says %j of its file only if ONNX does not define that',
    async (key, rules) => {
      expect(rulesOf(await inspect(...model(graph(nested(5, text(8, 'w'), entry(key, 'x'))))))).toEqual(
        rules,
      );
    },
  );

  it('tells once of a file that many tensors lie in', async () => {
    const tensors = Array.from({ length: 300 }, () => nested(5, ...externalTensor('model.data')));
    const { observations } = await inspect(...model(graph(...tensors)));
    expect(observations.map((seen) => seen.text)).toEqual([expect.stringContaining('300 tensors')]);
  });

  it.each([
    ['com.acme', 'review'],
    ['AI.ONNX', 'review'],
    ['ai.onnx.contrib', 'review'],
  ])('asks a person about operators of the domain %j', async (domain, verdict) => {
    const seen = await inspect(...model(graph(node('Fancy', domain))));
    expect(seen.verdict).toBe(verdict);
    expect(seen.observations[0]?.text).toContain(`"Fancy" of the domain ${JSON.stringify(domain)}`);
  });

  it.each(['', 'ai.onnx', 'ai.onnx.ml', 'ai.onnx.preview.training', 'com.microsoft', 'com.microsoft.nchwc'])(
    'is clean with operators of the documented domain %j',
    async (domain) => {
      expect((await inspect(...model(graph(node('Fancy', domain))))).observations).toEqual([]);
    },
  );

  it('is clean with operators that it defines itself', async () => {
    const function_ = nested(25, text(1, 'gelu'), nested(7, text(4, 'Erf')), text(10, 'pkg.mine'));
    expect((await inspect(...model(graph(node('gelu', 'pkg.mine')), function_))).verdict).toBe('clean');
    expect((await inspect(...model(graph(node('other', 'pkg.mine')), function_))).verdict).toBe('review');
  });

  it('finds custom operators in subgraphs and functions', async () => {
    const inner = node('If', '', nested(5, nested(6, node('Hidden', 'com.acme'))));
    expect(rulesOf(await inspect(...model(graph(inner))))).toEqual(['onnx.custom-operator review']);
    const function_ = nested(25, text(1, 'f'), nested(7, text(4, 'Hidden'), text(7, 'com.acme')));
    expect(rulesOf(await inspect(...model(graph(), function_)))).toEqual(['onnx.custom-operator review']);
  });

  it.each([
    ['PyOp', 'com.acme'],
    ['PythonOp', 'com.microsoft'],
    ['PyCustomOp', 'ai.onnx.contrib'],
    ['Anything', 'com.microsoft.extensions.python'],
    ['Anything', 'pyop_1'],
  ])('is dangerous with %s of %s, and names what it calls', async (operator, domain) => {
    const attributes = [stringAttribute('module', 'mymodule'), stringAttribute('class_name', 'Evil')];
    const seen = await inspect(
      ...model(graph(node(operator, domain, ...attributes, stringAttribute('compute', 'run')))),
    );
    expect(rulesOf(seen)).toEqual(['onnx.python-operator dangerous']);
    expect(seen.observations[0]?.call).toBe('mymodule.Evil.run');
  });

  it('judges a program compiled for an accelerator by where it lies', async () => {
    const context = (location: string): Promise<Inspection> =>
      inspect(
        ...model(
          graph(
            node(
              'EPContext',
              'com.microsoft',
              nested(5, text(1, 'embed_mode'), int(3, 0)),
              stringAttribute('ep_cache_context', location),
            ),
          ),
        ),
      );
    expect(rulesOf(await context('model_ctx.bin'))).toEqual(['onnx.compiled-program review']);
    expect(rulesOf(await context('/tmp/x.bin'))).toEqual(['onnx.escaping-file dangerous']);
  });

  it('is recognised behind a long field that nobody knows', async () => {
    const seen = await inspect(filled(900, 20_000), ...model(graph(node('X', 'com.acme'))));
    expect(seen.formats).toEqual(['onnx']);
    expect(seen.verdict).toBe('review');
  });

  it('is recognised with its fields in another order', async () => {
    const parts = model(graph(node('X', 'com.acme')));
    expect((await inspect(...parts.toReversed())).formats).toEqual(['onnx']);
  });

  it('is not clean where groups or damage stand in it', async () => {
    expect((await inspect(...model(graph(), group(50, int(1, 1))))).verdict).toBe('review');
    const whole = bytesOf(...model(graph()));
    const cut = await inspectBytes(whole.subarray(0, whole.length - 1));
    expect(cut).toMatchObject({ status: 'partial', verdict: 'review' });
  });

  it('never throws and is never clean by damage that hides its end', async () => {
    const file = bytesOf(...model(graph(node('X', 'com.acme'), nested(5, ...externalTensor(ESCAPING)))));
    const seen = await damaged(file, onnx);
    expect(seen.length).toBeGreaterThan(400);
    expect(seen.filter(({ status }) => status === 'error')).toEqual([]);
    expect(Math.max(...seen.map(({ milliseconds }) => milliseconds))).toBeLessThan(1000);
  });
});

describe('the bytes that are read of an ONNX model', () => {
  const MEGABYTE = 1024 * 1024;
  const weights = (count: number, size: number): Pieces[] =>
    model(
      graph(
        ...Array.from({ length: count }, (_, index) =>
          nested(5, int(1, size), int(2, 1), text(8, `layer.${index}`), filled(9, size)),
        ),
      ),
    );

  it.each([
    [25, 8 * MEGABYTE, 0.001],
    [200, MEGABYTE, 0.006],
  ])('are few: %i tensors of %i bytes', async (count, size, most) => {
    const source = madeOnDemand('large.onnx', ...weights(count, size));
    expect(source.size).toBeGreaterThan(200_000_000);
    const seen = await inspectModelFile(source);
    expect(seen).toMatchObject({ formats: ['onnx'], status: 'complete', verdict: 'clean' });
    expect(seen.bytesRead / source.size).toBeLessThan(most);
    console.info(`ONNX, ${count} tensors: ${seen.bytesRead} of ${source.size} bytes`);
  });
});

describe('an ONNX tensor', () => {
  it('is a file of its own, as test data are', async () => {
    const seen = await inspect(int(1, 2), int(2, 1), text(8, 'x'), filled(9, 8));
    expect(seen).toMatchObject({ formats: ['onnx-tensor'], status: 'complete', verdict: 'clean' });
  });

  it('is dangerous with values outside of its folder', async () => {
    const seen = await inspect(...externalTensor(ESCAPING));
    expect(seen).toMatchObject({ formats: ['onnx-tensor'], verdict: 'dangerous' });
  });

  it('never throws by damage', async () => {
    const seen = await damaged(bytesOf(...externalTensor('beside.bin')), onnxTensor);
    expect(seen.filter(({ status }) => status === 'error')).toEqual([]);
  });
});

const folder = path.join(FIXTURES, 'model-files/debian-onnx-testdata');
if (existsSync(folder))
  describe('models with which ONNX tests its operators', () => {
    it('are all complete and clean', async () => {
      const files = globSync('**/*.onnx', { cwd: folder });
      expect(files.length).toBe(178);
      for (const file of files) {
        const seen = await inspectBytes(readFileSync(path.join(folder, file)));
        expect({ file, ...seen }).toMatchObject({ formats: ['onnx'], status: 'complete', verdict: 'clean' });
      }
    });
  });
else
  it('has no models of ONNX to read', () => {
    console.warn(ABSENT);
    expect(existsSync(folder)).toBe(false);
  });
