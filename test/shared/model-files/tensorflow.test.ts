import { describe, expect, it } from 'vitest';
import kerasMetadata from '#shared/model-files/formats/keras-metadata.ts';
import graphFormat from '#shared/model-files/formats/tensorflow-graph.ts';
import savedModelFormat from '#shared/model-files/formats/tensorflow-saved-model.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { OPERATIONS } from '#shared/model-files/tensorflow/operations.ts';
import { bytesOf, filled, int, madeOnDemand, nested, type Pieces, text } from './protobuf-builder.ts';
import { damaged, inspectBytes, rulesOf } from './robustness.ts';

// Field numbers of tensorflow/core/framework and tensorflow/core/protobuf, as TensorFlow writes them.
const attribute = (key: string, ...value: Pieces[]): Pieces => nested(5, text(1, key), nested(2, ...value));
const nodeParts = (
  name: string,
  operation: string,
  inputs: readonly string[] = [],
  ...more: Pieces[]
): Pieces[] => [text(1, name), text(2, operation), ...inputs.map((input) => text(3, input)), ...more];
const node = (...parts: Parameters<typeof nodeParts>): Pieces => nested(1, ...nodeParts(...parts));
const stringTensor = (value: string): Pieces => nested(8, int(1, 7), nested(2), text(8, value));
const constant = (name: string, value: string): Pieces =>
  node(name, 'Const', [], attribute('dtype', int(6, 7)), attribute('value', stringTensor(value)));
const placeholder = (name: string): Pieces => node(name, 'Placeholder', [], attribute('dtype', int(6, 1)));

const functionOf = (name: string, args: readonly string[], ...nodes: Pieces[][]): Pieces =>
  nested(
    1,
    nested(1, text(1, name), ...args.map((arg) => nested(2, text(1, arg), int(3, 7)))),
    ...nodes.map((parts) => nested(3, ...parts)),
  );

interface Graph {
  readonly nodes: readonly Pieces[];
  readonly functions?: readonly Pieces[];
  readonly more?: readonly Pieces[];
}

const metaGraph = ({ nodes, functions = [], more = [] }: Graph): Pieces[] => [
  nested(1, text(4, 'serve'), text(5, '2.16.1')),
  nested(2, placeholder('x'), ...nodes, ...(functions.length > 0 ? [nested(2, ...functions)] : [])),
  ...more,
];
const savedModel = (graph: Graph): Pieces[] => [int(1, 1), nested(2, ...metaGraph(graph))];
const inspect = (...parts: readonly Pieces[]): Promise<Inspection> => inspectBytes(bytesOf(...parts));
const judge = (...nodes: Pieces[]): Promise<Inspection> => inspect(...savedModel({ nodes }));

/** What is observed, but for the note on kinds of operations. */
const judged = (seen: Inspection): string[] =>
  rulesOf(seen)
    .filter((rule) => !rule.endsWith('.operations note'))
    .map((rule) => rule.replace('tensorflow-saved-model.', ''));

describe('a SavedModel', () => {
  it('is complete and clean where its nodes compute', async () => {
    const seen = await judge(node('y', 'MatMul', ['x', 'x']), node('z', 'Relu', ['y']));
    expect(seen).toMatchObject({ formats: ['tensorflow-saved-model'], status: 'complete', verdict: 'clean' });
    expect(rulesOf(seen)).toEqual(['tensorflow-saved-model.operations note']);
  });

  it('is for review where an operation has the name of another library', async () => {
    const seen = await judge(
      node('y', 'IO>HTTPReadableInit', ['x']),
      node('z', 'IO>HTTPReadableInit', ['y']),
    );
    expect(judged(seen)).toEqual(['custom-operation review']);
    expect(seen.verdict).toBe('review');
  });

  it('is nothing else where it lists more operations than its first bytes hold', async () => {
    const operations = Array.from({ length: 400 }, (_, index) => nested(1, text(1, `Operation${index}`)));
    const information = nested(1, nested(2, ...operations), text(4, 'serve'), text(5, '2.16.1'));
    const file = [int(1, 1), nested(2, information, nested(2, placeholder('x'), node('f', 'PyFunc', ['x'])))];
    expect(bytesOf(information).length).toBeGreaterThan(4096);
    const seen = await inspect(...file);
    expect(seen).toMatchObject({ formats: ['tensorflow-saved-model'], verdict: 'dangerous' });
    expect((await inspect(information, nested(2, placeholder('x')))).formats).toEqual(['tensorflow-graph']);
  });

  it.each(['PyFunc', 'PyFuncStateless', 'EagerPyFunc'])('is dangerous with %s', async (operation) => {
    const seen = await judge(node('f', operation, ['x'], attribute('token', text(2, 'pyfunc_0'))));
    expect(judged(seen)).toEqual(['python-operation dangerous']);
  });

  it.each([
    ['RpcCall', 'network dangerous'],
    ['DataServiceDatasetV4', 'network dangerous'],
    ['DistributedSave', 'network dangerous'],
    ['TRTEngineOp', 'opaque-program review'],
    ['XlaCallModule', 'opaque-program review'],
    ['MlirPassthroughOp', 'opaque-program review'],
    ['DatasetFromGraph', 'opaque-program review'],
    ['RemoteCall', 'opaque-program review'],
    ['FileSystemSetConfiguration', 'opaque-program review'],
    ['Abort', 'stops-process review'],
  ])('tells what %s does', async (operation, rule) => {
    expect(judged(await judge(node('n', operation, ['x'])))).toEqual([rule]);
  });

  it.each([
    // The inputs in the order in which tensorflow/core/ops registers them.
    ['CSVDatasetV2', 0, 'file-read'],
    ['ExperimentalMatchingFilesDataset', 0, 'file-read'],
    ['FixedLengthRecordDatasetV2', 0, 'file-read'],
    ['LoadDataset', 0, 'file-read'],
    ['SnapshotDatasetReader', 0, 'file-read'],
    ['SnapshotChunkDataset', 0, 'file-read'],
    ['ListSnapshotChunksDataset', 0, 'file-read'],
    ['SnapshotDatasetV2', 1, 'file-read'],
    ['SqlDataset', 1, 'file-read'],
    ['CacheDatasetV2', 1, 'file-write'],
    ['CreateSummaryDbWriter', 1, 'file-write'],
    ['DatasetToTFRecord', 1, 'file-write'],
    ['SaveDatasetV2', 1, 'file-write'],
  ])('is dangerous where %s is given a file by its input %i', async (operation, place, rule) => {
    const inputs = ['x', 'x', 'x'].with(place, 'path');
    const seen = await judge(constant('path', '/etc/shadow'), node('n', operation, inputs));
    expect(judged(seen)).toEqual([`${rule} dangerous`]);
    expect(seen.observations[0]).toMatchObject({ call: `${operation}("/etc/shadow")` });
  });

  it('keeps a data set in memory where it gives no name for it', async () => {
    const seen = await judge(constant('path', ''), node('n', 'CacheDatasetV2', ['x', 'path']));
    expect(judged(seen)).toEqual(['in-memory note']);
  });

  it.each([
    ['ImmutableConst', 'memory_region_name', '/etc/shadow', ['file-read dangerous']],
    ['RecordInput', 'file_pattern', '/root/*', ['file-read dangerous']],
    ['FixedUnigramCandidateSampler', 'vocab_file', '/etc/shadow', ['file-read dangerous']],
    ['FixedUnigramCandidateSampler', 'vocab_file', '', []],
    ['DecodeProtoV2', 'descriptor_source', '/etc/shadow', ['file-read dangerous']],
    ['DecodeProtoV2', 'descriptor_source', 'local://', []],
    ['EncodeProto', 'descriptor_source', '', []],
    ['DebugIdentityV2', 'debug_urls', 'grpc://host:1', ['debug-address dangerous']],
    ['PrintV2', 'output_stream', 'file:///root/.bashrc', ['file-write dangerous']],
    ['PrintV2', 'output_stream', 'stderr', []],
    ['CalibrationStatisticsSaver', 'output_file_path', '/root/.bashrc', ['file-write dangerous']],
    ['DumpTensor', 'log_dir_path', '/etc/cron.d', ['file-write dangerous']],
  ])('tells what %s does by its attribute %s = %s', async (operation, key, value, rules) => {
    expect(judged(await judge(node('n', operation, ['x'], attribute(key, text(2, value)))))).toEqual(rules);
  });

  it('is dangerous where it writes a file, and shows which', async () => {
    const seen = await judge(
      constant('path', '/root/.bashrc'),
      constant('content', 'id'),
      node('w', 'WriteFile', ['path', 'content']),
    );
    expect(judged(seen)).toEqual(['file-write dangerous']);
    expect(seen.observations[0]).toMatchObject({ call: 'WriteFile("/root/.bashrc")' });
  });

  it('is dangerous where it writes a file whose name is given to it', async () => {
    expect(judged(await judge(node('w', 'WriteFile', ['x', 'x'])))).toEqual(['file-write dangerous']);
  });

  it('is dangerous where it reads a file that it names, and asks a person where the name is given', async () => {
    const reads = (input: string): Pieces => node('r', 'ReadFile', [input]);
    expect(judged(await judge(constant('path', 'secret.txt'), reads('path:0')))).toEqual([
      'file-read dangerous',
    ]);
    expect(judged(await judge(reads('x')))).toEqual(['file-read review']);
    expect(judged(await judge(node('p', 'DecodeBase64', ['x']), reads('p')))).toEqual(['file-read review']);
  });

  it('follows the name of a file through what hands it on', async () => {
    const seen = await judge(
      constant('begin', '/etc/'),
      constant('rest', 'shadow'),
      node('joined', 'StringJoin', ['begin', 'rest']),
      node('handed', 'Identity', ['joined:0', '^x']),
      node('r', 'ReadFile', ['handed']),
    );
    expect(seen.observations[0]).toMatchObject({ effect: 'dangerous', call: 'ReadFile("/etc/")' });
  });

  it('does not follow a circle of nodes for ever', async () => {
    const circle = [node('a', 'Identity', ['b']), node('b', 'Identity', ['a']), node('r', 'ReadFile', ['a'])];
    expect(judged(await judge(...circle))).toEqual(['file-read review']);
  });

  it('finds what stands in the functions of its library', async () => {
    const body = functionOf(
      '__inference_serve_12',
      ['inputs'],
      nodeParts('path', 'Const', [], attribute('value', stringTensor('/etc/passwd'))),
      nodeParts('hidden', 'ReadFile', ['path:output:0']),
      nodeParts('given', 'ReadFile', ['inputs']),
    );
    const seen = await inspect(
      ...savedModel({ nodes: [node('call', 'StatefulPartitionedCall', ['x'])], functions: [body] }),
    );
    expect(judged(seen)).toEqual(['file-read dangerous', 'file-read review']);
    expect(seen.observations[0]?.text).toContain('__inference_serve_12');
  });

  it('finds it in the second graph of several', async () => {
    const seen = await inspect(
      ...savedModel({ nodes: [] }),
      nested(2, ...metaGraph({ nodes: [node('f', 'PyFunc', ['x'])] })),
    );
    expect(judged(seen)).toEqual(['python-operation dangerous']);
  });

  it('only notes the saver, as version 1 of TensorFlow writes it', async () => {
    const seen = await inspect(
      ...savedModel({
        nodes: [
          constant('save/filename/input', 'model'),
          node('save/filename', 'PlaceholderWithDefault', ['save/filename/input']),
          node('save/Const', 'PlaceholderWithDefault', ['save/filename']),
          constant('save/StringJoin/inputs_1', '_temp_1/part'),
          node('save/StringJoin', 'StringJoin', ['save/Const', 'save/StringJoin/inputs_1']),
          node('save/ShardedFilename', 'ShardedFilename', ['save/StringJoin', 'shard', 'shards']),
          node('save/SaveV2', 'SaveV2', ['save/ShardedFilename', 'names', 'slices', 'v']),
          node('save/prefixes', 'Pack', ['save/ShardedFilename']),
          node('save/MergeV2Checkpoints', 'MergeV2Checkpoints', ['save/prefixes', 'save/Const']),
          node('save/RestoreV2', 'RestoreV2', ['save/Const', 'names', 'slices']),
        ],
        more: [nested(3, text(1, 'save/Const:0'), text(2, 'save/Identity:0'), text(3, 'save/restore_all'))],
      }),
    );
    expect(judged(seen)).toEqual(['saver note', 'saver note', 'saver note']);
    expect(seen.verdict).toBe('clean');
  });

  it('only notes the saver where the name is a constant that is fed, as long as that stays beside', async () => {
    const withName = (name: string): Promise<Inspection> =>
      inspect(
        ...savedModel({
          nodes: [constant('save/Const', name), node('save/SaveV2', 'SaveV2', ['save/Const', 'n', 's', 'v'])],
        }),
      );
    expect(judged(await withName('model'))).toEqual(['saver note']);
    expect(judged(await withName('/root/.ssh/authorized_keys'))).toEqual(['checkpoint-elsewhere dangerous']);
  });

  it('only notes the saver in functions, as version 2 writes it', async () => {
    const save = functionOf(
      '__inference__traced_save_90',
      ['file_prefix', 'v'],
      nodeParts('Const', 'Const', [], attribute('value', stringTensor('.part'))),
      nodeParts('Const_1', 'Const', [], attribute('value', stringTensor('_temp/part'))),
      nodeParts('Select', 'Select', ['StaticRegexFullMatch:output:0', 'Const:output:0', 'Const_1:output:0']),
      nodeParts('StringJoin', 'StringJoin', ['file_prefix', 'Select:output:0']),
      nodeParts('ShardedFilename', 'ShardedFilename', ['StringJoin:output:0', 'shard', 'shards']),
      nodeParts('SaveV2', 'SaveV2', ['ShardedFilename:filename:0', 'names', 'slices', 'v']),
      nodeParts('MergeV2Checkpoints', 'MergeV2Checkpoints', ['Pack:output:0', 'file_prefix', '^SaveV2']),
    );
    const restore = functionOf(
      '__inference__traced_restore_99',
      ['file_prefix'],
      nodeParts('RestoreV2', 'RestoreV2', ['file_prefix', 'names', 'slices']),
    );
    const seen = await inspect(...savedModel({ nodes: [], functions: [save, restore] }));
    expect(judged(seen)).toEqual(['saver note', 'saver note', 'saver note']);
    expect(seen.verdict).toBe('clean');
  });

  describe('follows the argument of a function that saves to each of its calls', () => {
    const save = functionOf('save', ['v', 'prefix'], nodeParts('s', 'SaveV2', ['prefix', 'n', 's', 'v']));
    const through = functionOf(
      'through',
      ['given'],
      nodeParts('c', 'PartitionedCall', ['v', 'given'], attribute('f', nested(10, text(1, 'save')))),
    );
    const call = (name: string, ...inputs: string[]): Pieces =>
      node('call', 'StatefulPartitionedCall', inputs, attribute('f', nested(10, text(1, name))));
    const loop = (...inputs: string[]): Pieces =>
      node('loop', 'While', inputs, attribute('body', nested(10, text(1, 'save'))));
    const elsewhere = constant('where', '/root/.ssh/authorized_keys');
    const itself = functionOf(
      'save',
      ['v', 'prefix'],
      nodeParts('s', 'SaveV2', ['prefix', 'n', 's', 'v']),
      nodeParts('c', 'PartitionedCall', ['v', 'prefix'], attribute('f', nested(10, text(1, 'save')))),
    );

    it.each<[string, Pieces[], Pieces[], string]>([
      ['a placeholder', [call('save', 'x', 'x')], [save], 'saver note'],
      ['a constant', [elsewhere, call('save', 'x', 'where')], [save], 'checkpoint-elsewhere dangerous'],
      [
        'a constant, past a function',
        [elsewhere, call('through', 'where')],
        [through, save],
        'checkpoint-elsewhere dangerous',
      ],
      [
        'a constant, by its name',
        [elsewhere, node('c', 'save', ['x', 'where'])],
        [save],
        'checkpoint-elsewhere dangerous',
      ],
      [
        'a constant, in the other call of two',
        [elsewhere, call('save', 'x', 'where'), call('save', 'x', 'x')],
        [save],
        'checkpoint-elsewhere dangerous',
      ],
      [
        'a constant, in one call of two',
        [call('save', 'x', 'x'), elsewhere, call('save', 'x', 'where')],
        [save],
        'checkpoint-elsewhere dangerous',
      ],
      [
        'what is computed',
        [node('d', 'DecodeBase64', ['x']), call('save', 'x', 'd')],
        [save],
        'checkpoint-elsewhere review',
      ],
      ['what a loop gives it', [loop('x', 'x')], [save], 'checkpoint-elsewhere review'],
      [
        'more calls than are kept',
        Array.from({ length: 9 }, () => call('save', 'x', 'x')),
        [save],
        'checkpoint-elsewhere review',
      ],
      ['itself', [call('save', 'x', 'x')], [itself], 'saver note'],
    ])('%s', async (_what, nodes, functions, rule) => {
      expect(judged(await inspect(...savedModel({ nodes, functions })))).toEqual([rule]);
    });
  });

  it('takes a default for what is fed only where it stays beside', async () => {
    const withDefault = (name: string): Promise<Inspection> =>
      judge(
        constant('default', name),
        node('p', 'PlaceholderWithDefault', ['default']),
        node('s', 'SaveV2', ['p', 'n', 's', 'v']),
      );
    expect((await withDefault('model')).observations[0]?.text).toContain('a name that is given to the model');
    expect(judged(await withDefault('model'))).toEqual(['saver note']);
    expect(judged(await withDefault('../../x'))).toEqual(['checkpoint-elsewhere dangerous']);
  });

  it('does not believe a text beside values that stand in another way', async () => {
    const decoy = nested(8, int(1, 7), filled(4, 20), text(8, 'model'));
    const seen = await judge(
      node('c', 'Const', [], attribute('value', decoy)),
      node('s', 'SaveV2', ['c', 'n', 's', 'v']),
    );
    expect(judged(seen)).toEqual(['checkpoint-elsewhere review']);
  });

  it.each<[string, Pieces[], string]>([
    [
      'a constant that leads up',
      [constant('up', '/../../.ssh/authorized_keys'), node('p', 'StringJoin', ['x', 'up'])],
      'checkpoint-elsewhere dangerous',
    ],
    [
      'a constant that leads down',
      [constant('down', '_temp..1/part'), node('p', 'StringJoin', ['x', 'down'])],
      'saver note',
    ],
    [
      'constants that lead up together',
      [
        constant('a', '/.'),
        constant('b', './x'),
        node('q', 'StringJoin', ['x', 'a']),
        node('p', 'StringJoin', ['q', 'b']),
      ],
      'checkpoint-elsewhere dangerous',
    ],
    [
      'a choice that may lead up',
      [
        constant('a', '/../x'),
        constant('b', '.part'),
        node('c', 'Select', ['x', 'b', 'a']),
        node('p', 'StringJoin', ['x', 'c']),
      ],
      'checkpoint-elsewhere dangerous',
    ],
    [
      'what is computed',
      [node('d', 'DecodeBase64', ['x']), node('p', 'StringJoin', ['x', 'd'])],
      'checkpoint-elsewhere review',
    ],
    [
      'a separator',
      [constant('a', '/x'), node('p', 'StringJoin', ['x', 'a'], attribute('separator', text(2, '/..')))],
      'checkpoint-elsewhere review',
    ],
    [
      'more parts than are kept',
      [constant('a', 'a'), node('p', 'StringJoin', ['x', ...Array.from({ length: 9 }, () => 'a')])],
      'checkpoint-elsewhere review',
    ],
    [
      'one of several outputs',
      [constant('c', '/root/x'), node('p', 'IdentityN', ['x', 'c'])],
      'checkpoint-elsewhere review',
    ],
  ])('is judged by what joins the name that is given to it: %s', async (_what, nodes, rule) => {
    expect(judged(await judge(...nodes, node('s', 'SaveV2', ['p:1', 'n', 's', 'v'])))).toEqual([rule]);
  });

  it('finds an attribute behind many others', async () => {
    const others = Array.from({ length: 200 }, (_, index) => attribute(`other${index}`, text(2, 'x')));
    const stream = attribute('output_stream', text(2, 'file:///tmp/x'));
    expect(judged(await judge(node('p', 'PrintV2', ['x'], ...others, stream)))).toEqual([
      'file-write dangerous',
    ]);
  });

  it('is dangerous where a checkpoint is written to a place that the graph names', async () => {
    const seen = await judge(constant('c', '/etc/cron.d/x'), node('s', 'SaveV2', ['c', 'n', 's', 'v']));
    expect(judged(seen)).toEqual(['checkpoint-elsewhere dangerous']);
  });

  it('is dangerous where DTensor reads a checkpoint from a place that the graph names', async () => {
    const seen = await judge(constant('c', '/home/other/x'), node('r', 'DTensorRestoreV2', ['c', 'n', 's']));
    expect(judged(seen)).toEqual(['checkpoint-elsewhere dangerous']);
  });

  it('is for review where the file that an attribute names is one of the call of a function', async () => {
    const reads = nodeParts(
      'n',
      'ImmutableConst',
      [],
      attribute('memory_region_name', text(2, ''), text(9, 'path')),
    );
    const call = node('c', 'F', [], attribute('path', text(2, '/etc/shadow')));
    const seen = await inspect(...savedModel({ nodes: [call], functions: [functionOf('F', [], reads)] }));
    expect(judged(seen)).toEqual(['file-read review']);
  });

  it.each([
    ['DebugIdentity', 'debug_urls', 'debug-address'],
    ['PrintV2', 'output_stream', 'file-write'],
  ])('is for review where the call of a function says the %s of %s', async (operation, key, rule) => {
    const seen = await judge(node('n', operation, ['x'], attribute(key, text(9, 'given'))));
    expect(judged(seen)).toEqual([`${rule} review`]);
  });

  it('is dangerous where a node sends what it sees to an address', async () => {
    const seen = await judge(
      node('d', 'DebugIdentity', ['x'], attribute('debug_urls', nested(1, text(2, 'grpc://10.0.0.1:6000')))),
    );
    expect(judged(seen)).toEqual(['debug-address dangerous']);
    expect(judged(await judge(node('d', 'DebugIdentity', ['x'])))).toEqual([]);
  });

  it('is dangerous where a node prints to a file, and clean where it prints to the terminal', async () => {
    const print = (stream: string): Pieces =>
      node('p', 'PrintV2', ['x'], attribute('output_stream', text(2, stream)));
    expect(judged(await judge(print('file:///tmp/x')))).toEqual(['file-write dangerous']);
    expect(judged(await judge(print('stderr')))).toEqual([]);
  });

  it('notes vocabularies that come with it, and asks a person about others elsewhere', async () => {
    const table = node('init', 'InitializeTableFromTextFileV2', ['table', 'vocabulary']);
    const asset = nested(6, nested(1, text(1, 'vocabulary:0')), text(2, 'vocab.txt'));
    const nodes = [constant('vocabulary', '/home/trainer/vocab.txt'), table];
    expect(judged(await inspect(...savedModel({ nodes, more: [asset] })))).toEqual(['asset note']);
    expect(judged(await inspect(...savedModel({ nodes })))).toEqual(['asset-elsewhere review']);
  });

  it('is dangerous with an asset outside of its folder', async () => {
    const asset = nested(6, nested(1, text(1, 'a:0')), text(2, '../../etc/passwd'));
    expect(judged(await inspect(...savedModel({ nodes: [], more: [asset] })))).toEqual([
      'escaping-asset dangerous',
    ]);
  });

  it('reads the Keras layers that it holds', async () => {
    const layer = {
      class_name: 'Lambda',
      config: { function_type: 'lambda', function: ['4wEAAA==', null, null] },
    };
    const object = nested(1, nested(4, text(1, '_tf_keras_layer'), text(3, JSON.stringify(layer))));
    expect(judged(await inspect(...savedModel({ nodes: [], more: [nested(7, object)] })))).toEqual([
      'keras-lambda dangerous',
    ]);
  });

  it('never throws by damage, and says what was not read', async () => {
    const file = bytesOf(
      ...savedModel({ nodes: [constant('p', '/etc/passwd'), node('r', 'ReadFile', ['p'])] }),
    );
    const seen = await damaged(file, savedModelFormat);
    expect(seen.filter(({ status }) => status === 'error')).toEqual([]);
    const cut = await inspectBytes(file.subarray(0, file.length - 1));
    expect(cut.status).toBe('partial');
  });

  it('is read in few bytes, however large its tensors are', async () => {
    const size = 8 * 1024 * 1024;
    const weights = Array.from({ length: 25 }, (_, index) =>
      node(
        `w${index}`,
        'Const',
        [],
        attribute('dtype', int(6, 1)),
        attribute('value', nested(8, int(1, 1), filled(4, size))),
      ),
    );
    const source = madeOnDemand(
      'saved_model.pb',
      ...savedModel({ nodes: [...weights, node('f', 'PyFunc', ['x'])] }),
    );
    const seen = await inspectModelFile(source);
    expect(seen).toMatchObject({
      formats: ['tensorflow-saved-model'],
      status: 'complete',
      verdict: 'dangerous',
    });
    expect(source.size).toBeGreaterThan(200_000_000);
    expect(seen.bytesRead / source.size).toBeLessThan(0.001);
    console.info(`SavedModel, 25 tensors: ${seen.bytesRead} of ${source.size} bytes`);
  });

  it('is read in bounded time with many nodes of one kind', async () => {
    const many = Array.from({ length: 50_000 }, (_, index) =>
      node(`r${index}`, 'ReadFile', [`r${index - 1}`]),
    );
    const seen = await judge(...many);
    expect(seen.status).toBe('partial');
    expect(seen.milliseconds).toBeLessThan(10_000);
  });
});

describe('a graph by itself', () => {
  const nodes = [placeholder('x'), constant('p', '/etc/passwd'), node('r', 'ReadFile', ['p'])];

  it('is recognised frozen', async () => {
    const seen = await inspect(...nodes, nested(4, int(1, 1882)));
    expect(seen).toMatchObject({ formats: ['tensorflow-graph'], status: 'complete', verdict: 'dangerous' });
    expect(rulesOf(seen)).toContain('tensorflow-graph.file-read dangerous');
  });

  it('is recognised with its saver, as a .meta file', async () => {
    const seen = await inspect(...metaGraph({ nodes }));
    expect(seen).toMatchObject({ formats: ['tensorflow-graph'], status: 'complete', verdict: 'dangerous' });
  });

  it('never throws by damage', async () => {
    const seen = await damaged(bytesOf(...nodes), graphFormat);
    expect(seen.filter(({ status }) => status === 'error')).toEqual([]);
  });
});

describe('Keras metadata', () => {
  const metadata = (config: unknown, identifier = '_tf_keras_layer'): Pieces =>
    nested(
      1,
      nested(1, int(1, 2)),
      int(2, 3),
      text(3, 'root.layer'),
      text(4, identifier),
      text(5, JSON.stringify(config)),
    );
  const lambda = (config: unknown): unknown => ({ class_name: 'Lambda', config });

  it.each<[string, unknown, string[]]>([
    [
      'bytecode',
      lambda({ function_type: 'lambda', function: ['4wEAAA==', null, null] }),
      ['keras-lambda dangerous'],
    ],
    [
      'bytecode of Keras 3',
      lambda({ function: { class_name: '__lambda__', config: { code: '4w' } } }),
      ['keras-lambda dangerous'],
    ],
    [
      'a function by its name',
      lambda({ function_type: 'function', function: 'scale' }),
      ['keras-lambda review'],
    ],
    [
      'another SavedModel',
      { class_name: 'TFSMLayer', config: { filepath: '/x' } },
      ['keras-loading-layer dangerous'],
    ],
    ['a pickled module', { class_name: 'TorchModuleWrapper', config: {} }, ['keras-loading-layer dangerous']],
    [
      'an operation on files',
      { class_name: 'TFOpLambda', config: { function: 'io.write_file' } },
      ['keras-operation dangerous'],
    ],
    [
      'a node of a graph on files',
      { class_name: 'TensorFlowOpLayer', config: { node_def: { op: 'ReadFile' } } },
      ['keras-operation dangerous'],
    ],
    ['a node that computes', { class_name: 'TensorFlowOpLayer', config: { node_def: { op: 'AddV2' } } }, []],
    ['a node that is none', { class_name: 'TensorFlowOpLayer', config: {} }, ['keras-operation review']],
    ['a dense layer', { class_name: 'Dense', config: { units: 3 } }, []],
  ])('is judged by its layers: %s', async (_what, config, rules) => {
    const seen = await inspect(
      metadata({ class_name: 'Model', config: { layers: [[{ wrapped: config }]] } }),
    );
    expect(seen).toMatchObject({ formats: ['keras-metadata'], status: 'complete' });
    expect(rulesOf(seen)).toEqual(rules.map((rule) => `keras-metadata.${rule}`));
  });

  it('is recognised with the version that TensorFlow writes behind a short configuration', async () => {
    const json = '{"class_name":"TFSMLayer"}';
    const version = nested(6, int(1, 2), int(2, 1));
    const seen = await inspect(
      nested(1, int(2, 3), text(3, 'root'), text(4, '_tf_keras_layer'), text(5, json), version),
    );
    expect(seen.formats).toEqual(['keras-metadata']);
    expect(rulesOf(seen)).toEqual(['keras-metadata.keras-loading-layer dangerous']);
  });

  it('is partial where the configuration is no JSON, and reads the numbers that Python writes', async () => {
    const raw = (json: string): Pieces =>
      nested(1, int(2, 3), text(3, 'root'), text(4, '_tf_keras_layer'), text(5, json));
    expect((await inspect(raw('{"class_name": '))).status).toBe('partial');
    expect(
      (await inspect(raw('{"class_name": "ReLU", "config": {"max_value": Infinity, "n": NaN}}'))).verdict,
    ).toBe('clean');
  });

  it('finds a layer however deep it stands, and is partial where there is more than can be read', async () => {
    const deep = (levels: number): Pieces => {
      const inner = '{"class_name":"TFSMLayer"}';
      const json = `${'['.repeat(levels)}${inner}${']'.repeat(levels)}`;
      return nested(1, int(2, 3), text(3, 'root'), text(4, '_tf_keras_layer'), text(5, json));
    };
    expect(rulesOf(await inspect(deep(100_000)))).toEqual(['keras-metadata.keras-loading-layer dangerous']);
    expect((await inspect(deep(300_000))).status).toBe('partial');
  });

  it('never throws by damage', async () => {
    const file = bytesOf(metadata(lambda({ function_type: 'lambda', function: ['4w', null, null] })));
    expect((await damaged(file, kerasMetadata)).filter(({ status }) => status === 'error')).toEqual([]);
  });
});

describe('the table of operations', () => {
  it('names inputs only where they hold the name of a file', () => {
    const named = Object.entries(OPERATIONS).filter(([, { name }]) => name !== undefined);
    expect(named.every(([, { kind }]) => ['reads', 'writes', 'saver', 'asset'].includes(kind))).toBe(true);
  });
});
