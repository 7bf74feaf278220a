import { describe, expect, it } from 'vitest';
import { OP } from '#shared/model-files/pickle/opcodes.ts';
import { zipOf } from './archives.ts';
import { type Bypass, expectCaught, inspectWhole, RUNS } from './bypass-row.ts';
import { bytesOf, called, global, MALICIOUS, proto, string, u32, u64 } from './pickle-builder.ts';

const kv = (key: string, value: Uint8Array): Uint8Array => bytesOf(string(key), value);
const minusOne = bytesOf(OP.BININT, u32(0xffffffff));
const no = bytesOf('K\x00');
const yes = bytesOf('K\x01');
const dtype = (code: string, size: Uint8Array = minusOne): Uint8Array =>
  bytesOf(
    called(global('numpy', 'dtype'), string(code), no, yes),
    bytesOf('(K\x03', string('<'), 'NNN', size, minusOne, 'K\x00tb'),
  );
const shapeOf = (length: number): Uint8Array => bytesOf('M', length & 0xff, length >> 8, OP.TUPLE1);
const objectOf = (name: string, module = 'joblib.numpy_pickle'): Uint8Array =>
  bytesOf(global(module, name), ')', OP.NEWOBJ);
const built = (made: Uint8Array, ...fields: readonly Uint8Array[]): Uint8Array =>
  bytesOf(made, '}(', ...fields, 'ub');
const wrapper = (...fields: readonly Uint8Array[]): Uint8Array =>
  built(objectOf('NumpyArrayWrapper'), ...fields);
const oneByte = bytesOf(wrapper(kv('dtype', dtype('i1')), kv('shape', shapeOf(1))), 0);
/** An array of numbers that another reader sees end after `ours` bytes: the rest would be opcodes to it. */
const arrayThenCode = (made: Uint8Array, bytes: number): Uint8Array =>
  bytesOf(proto(2), made, ')0.'.padEnd(bytes, '.'), MALICIOUS);
const tensorOf = (file: Uint8Array): Uint8Array => bytesOf(OP.BYTEARRAY8, u64(file.length), file);
const archive = (pickle: Uint8Array): Uint8Array => zipOf([{ name: 'archive/data.pkl', content: pickle }]);
const moduleId = bytesOf(
  '(',
  string('module'),
  global('torch.nn.modules.linear', 'Linear'),
  string('linear.py'),
  string('class Linear'),
  'tQ',
);
const attributes = bytesOf('}', string('x'), 'Nsb.');

const OF_PICKLES: readonly Bypass[] = [
  {
    id: 'memo, put out of turn',
    technique: 'a memo that was put out of turn counted twice, and MEMOIZE a number later than for CPython',
    file: bytesOf(
      proto(4),
      ...[string('a'), 'q\x01', string('b'), 'q\x00', string('c'), 'q\x01'],
      ...[string('collections'), 'q\x03', string('os'), OP.MEMOIZE],
      ...[string('OrderedDict'), 'q\x04', string('system'), OP.MEMOIZE],
      ...['h\x03h\x04', OP.STACK_GLOBAL, string('id'), OP.TUPLE1, 'R.'],
    ),
    ...RUNS,
  },
  {
    id: 'memo, underscore',
    technique: 'a memo whose number has an underscore, which is 10 to Python',
    file: bytesOf(
      proto(4),
      'Vcollections\np10\n0Vos\np1_0\n0VOrderedDict\np20\n0Vsystem\np2_0\n0g10\ng20\n',
      OP.STACK_GLOBAL,
      '(Vid\ntR.',
    ),
    ...RUNS,
  },
  ...['I\n0', 'I0x1\n0', 'L0o7\n0', 'I0b1\n0', "S'a\rb'\n0", 'I1\np+1\n0', 'I1\np1_0\n0'].map((before) => ({
    id: `text before, ${JSON.stringify(before)}`,
    technique: 'a pickle of text alone, which begins with what only Python takes for an operand',
    file: bytesOf(before, MALICIOUS),
    ...RUNS,
  })),
  {
    id: 'bytearray',
    technique: 'the bytes of a tensor written over before torch.load gets them',
    file: bytesOf(
      proto(5),
      global('torch.storage', '_load_from_bytes'),
      tensorOf(archive(bytesOf(proto(2), '}.'))),
      '(',
      ...[...archive(MALICIOUS)].map((byte) => bytesOf('K', byte)),
      ...['e', OP.TUPLE1, 'R.'],
    ),
    rules: ['pickle.dangerous-call'],
    nearMiss: {
      file: bytesOf(
        proto(5),
        global('torch.storage', '_load_from_bytes'),
        tensorOf(archive(bytesOf(proto(2), '}.'))),
        OP.TUPLE1,
        'R.',
      ),
      verdict: 'clean',
    },
  },
  {
    id: 'scalar',
    technique: 'attributes of a class that numpy hands on as a scalar of the type object',
    file: bytesOf(
      proto(2),
      called(
        global('numpy.core.multiarray', 'scalar'),
        called(global('numpy', 'dtype'), string('O')),
        global('numpy.ma.core', 'MaskedArray'),
      ),
      attributes,
    ),
    global: 'numpy.ma.core.MaskedArray',
    rules: ['pickle.attributes-of-global'],
  },
  {
    id: 'persistent id',
    technique: 'attributes of a class that PyTorch hands on for its persistent id',
    file: bytesOf(proto(2), moduleId, attributes),
    global: 'torch.nn.modules.linear.Linear',
    rules: ['pickle.attributes-of-global'],
    nearMiss: { file: bytesOf(proto(2), moduleId, ')', OP.NEWOBJ, attributes), verdict: 'clean' },
  },
  {
    id: 'joblib, field twice',
    technique: 'a dtype of numbers, and then one of objects, which is the one that counts',
    file: bytesOf(
      proto(2),
      '(',
      ...Array.from({ length: 17 }, () => oneByte),
      wrapper(kv('dtype', dtype('i1')), kv('shape', shapeOf(MALICIOUS.length)), kv('dtype', dtype('O8'))),
      MALICIOUS,
      'l.',
    ),
    ...RUNS,
    nearMiss: { file: bytesOf(proto(2), '(', oneByte, oneByte, 'l.'), verdict: 'clean' },
  },
  {
    id: 'joblib, size of a number',
    technique: 'a state that says that a double has one byte, which NumPy does not believe',
    file: arrayThenCode(wrapper(kv('dtype', dtype('f8', bytesOf('K\x01'))), kv('shape', shapeOf(1))), 8),
    ...RUNS,
  },
  {
    id: 'joblib, __newobj__',
    technique: 'a wrapper of an array made by copyreg.__newobj__',
    file: arrayThenCode(
      built(
        called(global('copyreg', '__newobj__'), global('joblib.numpy_pickle', 'NumpyArrayWrapper')),
        ...[kv('dtype', dtype('i1')), kv('shape', shapeOf(8))],
      ),
      8,
    ),
    ...RUNS,
  },
  {
    id: 'joblib, padding',
    technique: 'an array that is a pickle to pickle.load, behind more opcodes than were tried',
    file: bytesOf(
      proto(2),
      wrapper(kv('dtype', dtype('i1')), kv('shape', shapeOf(40_000 + MALICIOUS.length))),
      'N0'.repeat(20_000),
      MALICIOUS,
      '.',
    ),
    rules: ['pickle.array-is-code'],
  },
  ...['NDArrayWrapper', 'ZNDArrayWrapper'].map((name) => ({
    id: `joblib, ${name}`,
    technique: 'an array in a file elsewhere, which numpy.load reads and unpickles',
    file: bytesOf(proto(2), built(objectOf(name), kv('filename', string('/tmp/x.npy'))), '.'),
    rules: ['pickle.array-elsewhere'],
    nearMiss: {
      file: bytesOf(proto(2), built(objectOf(name), kv('filename', string('m.pkl_01.npy'))), '.'),
      verdict: 'clean' as const,
    },
  })),
  {
    id: 'PyTorch, legacy, protocol 0',
    technique: 'a checkpoint of which no pickle announces itself, with the call in the fourth',
    file: bytesOf('L119547037146038801333356L\n.', 'I1001\n.', '(dp0\n.', MALICIOUS, '(lp0\n.'),
    ...RUNS,
  },
  {
    id: 'several pickles of protocol 0',
    technique: 'a call in the third',
    file: bytesOf('(dp0\n.', '(dp0\n.', MALICIOUS),
    ...RUNS,
  },
  {
    id: 'constructor',
    technique: 'a class of a list of what is harmless, whose constructor reads the file that it is given',
    file: bytesOf(
      proto(2),
      called(
        global('transformers.integrations.deepspeed', 'HfTrainerDeepSpeedConfig'),
        string('/etc/passwd'),
      ),
      '.',
    ),
    rules: ['pickle.unknown-call'],
    verdict: 'review',
    nearMiss: {
      file: bytesOf(
        proto(2),
        objectOf('HfTrainerDeepSpeedConfig', 'transformers.integrations.deepspeed'),
        attributes,
      ),
      verdict: 'clean',
    },
  },
  {
    id: 'CVE-2026-24747',
    technique: 'items of a tensor set while it loads',
    file: bytesOf(proto(2), called(global('torch._utils', '_rebuild_tensor_v2')), string('a'), 'K\x01s.'),
    rules: ['pickle.items-of-tensor'],
    verdict: 'review',
    nearMiss: {
      file: bytesOf(proto(2), called(global('collections', 'OrderedDict')), string('a'), 'K\x01s.'),
      verdict: 'clean',
    },
  },
  {
    id: '_rebuild_from_type_v2',
    technique: 'a function that PyTorch needs, which calls what it is given',
    file: bytesOf(
      proto(2),
      called(
        global('torch._tensor', '_rebuild_from_type_v2'),
        global('joblib.numpy_pickle', 'NumpyArrayWrapper'),
        global('joblib.numpy_pickle', 'NumpyArrayWrapper'),
        bytesOf(')'),
        bytesOf('}'),
      ),
      '.',
    ),
    rules: ['pickle.unknown-call'],
    verdict: 'review',
  },
];

const REACHES = "{{ cycler.__init__.__globals__.os.popen('id').read() }}";
const APPLIES = '!!python/object/apply:os.system ["id"]\n';
const COMMENTS = '# A line of a licence.\r\n'.repeat(300);

const OF_TEXT: readonly Bypass[] = [
  {
    id: 'protobuf in text',
    technique: 'a graph of TensorFlow behind comments that are longer than the first bytes',
    file: bytesOf('# A comment.\n'.repeat(500), 'meta_graphs {\n  graph_def {\n'),
    rules: ['plain-text.not-a-model'],
    verdict: 'review',
    status: 'partial',
  },
  ...['target: os.system', 'class_path: os.system', 'class_path: some.module.Class\n  init_args: {}'].map(
    (yaml) => ({
      id: `YAML, ${yaml.split('\n')[0]}`,
      technique: 'what other libraries than Hydra have called',
      file: bytesOf(`_target_: torch.nn.Linear\nmodel:\n  ${yaml}\n`),
      rules: [yaml.includes('os.') ? 'hydra.dangerous-target' : 'hydra.unknown-target'],
      verdict: yaml.includes('os.') ? ('dangerous' as const) : ('review' as const),
      nearMiss: {
        file: bytesOf('_target_: torch.nn.Linear\nmodel:\n  target: some.host.example\n'),
        verdict: 'clean' as const,
      },
    }),
  ),
  ...[
    '!<tag:yaml.org,2002:python/object/apply:os.system> ["id"]\n',
    '!<tag:yaml.org,2002:python%2Fobject/apply:os.system> ["id"]\n',
    `&a ${APPLIES}`,
    `? ${APPLIES}: 1\n`,
    '%TAG !p! tag:yaml.org,2002:python/\n---\n!p!object/apply:os.system ["id"]\n',
    `${COMMENTS}a: ${APPLIES}`,
  ].map((yaml) => ({
    id: `YAML, ${JSON.stringify(yaml.slice(-70))}`,
    technique: 'a tag of Python where text for people was seen',
    file: bytesOf(yaml),
    rules: ['yaml.python-tag'],
  })),
  {
    id: 'YAML, odd key',
    technique: 'a tag of Python behind a key that text for people may begin with as well',
    file: bytesOf(`a(b): ${APPLIES}`),
    rules: ['plain-text.not-a-model', 'yaml.python-tag'],
    verdict: 'review',
    nearMiss: { file: bytesOf('a(b): never load `!!python/object` of strangers\n'), verdict: 'clean' },
  },
  {
    id: 'YAML, comments',
    technique: 'a target of Hydra behind comments that are longer than the first bytes',
    file: bytesOf(COMMENTS, '_target_: os.system\n'),
    rules: ['hydra.dangerous-target'],
  },
  {
    id: 'Python, comments',
    technique: 'Python behind comments that are longer than the first bytes',
    file: bytesOf(COMMENTS, 'import os\nos.system("id")\n'),
    rules: ['python.runs-on-import'],
    verdict: 'review',
    nearMiss: { file: bytesOf(COMMENTS, 'A list of words.\n'), verdict: 'clean' },
  },
  ...[REACHES, `${'You are helpful. '.repeat(400)}{% set x = 1 %}${REACHES}`].map((template, place) => ({
    id: `Jinja, ${place}`,
    technique: 'a chat template that begins with text',
    name: 'chat_template.jinja',
    file: bytesOf('You are helpful. ', template),
    rules: ['template.internal-attribute'],
    nearMiss: { file: bytesOf('You are helpful. {{ messages[0].content }}'), verdict: 'clean' as const },
  })),
  {
    id: 'Jinja, of another name',
    technique: 'the same in text that says of nothing that it is a template',
    file: bytesOf('You are helpful. ', REACHES),
    rules: ['plain-text.not-a-model', 'template.internal-attribute'],
    verdict: 'review',
    nearMiss: { file: bytesOf('Fill in {{ cookiecutter.name }} and {{ config.x }}.'), verdict: 'clean' },
  },
  {
    id: 'MLmodel',
    technique: 'a model of MLflow that is Python beside it',
    file: bytesOf(
      'flavors:\n  python_function:\n    loader_module: mlflow.pyfunc.model\n    model_code_path: agent.py\n',
    ),
    rules: ['mlflow.own-code'],
    verdict: 'review',
  },
];

const text = (content: string): Uint8Array => Buffer.from(content);
const torchScript = (code: string, names = ['data.pkl', 'constants.pkl', 'code/__torch__.py']): Uint8Array =>
  zipOf([
    { name: `m/${names[0]}`, content: bytesOf(proto(2), '}.') },
    { name: `m/${names[1]}`, content: bytesOf(proto(2), ').') },
    {
      name: `m/${names[2]}`,
      content: text(`class M(Module):\n  def __setstate__(self, a: int) -> None:\n${code}`),
    },
  ]);
const lambda = (key: string, before = ''): string =>
  `{${before}"${key}":"Sequential","config":{"layers":[{"${key}":"Lambda","config":{"function":["4wEAAAAAAAAAAAAA",null,null]}}]}}`;
const elf = bytesOf('\x7fELF\x02\x01\x01', new Uint8Array(300));
const manifest = { name: 'MAR-INF/MANIFEST.json', content: text('{"model":{"handler":"image_classifier"}}') };

const OF_ARCHIVES: readonly Bypass[] = [
  ...[
    '    torch . save (a, "x")\n',
    '    f = torch.from_file\n    f("x")\n',
    '    t = torch\n    t.save(a, "x")\n',
    '    ops.stranger.run(a)\n',
  ].map((code) => ({
    id: `TorchScript, ${JSON.stringify(code.trim())}`,
    technique: 'an operator that is not called by its plain name',
    file: torchScript(code),
    rules: ['zip.torchscript-operator'],
    verdict: 'review' as const,
    nearMiss: {
      file: torchScript('    b = torch.add(a, ops.torchvision.nms(a))\n'),
      verdict: 'clean' as const,
    },
  })),
  {
    id: 'TorchScript, capitals',
    technique: 'members that the reader of PyTorch finds without regard to case',
    file: torchScript('    torch.save(a, "x")\n', ['DATA.pkl', 'Constants.pkl', 'CODE/__torch__.PY']),
    rules: ['zip.torchscript-operator'],
    verdict: 'review',
  },
  {
    id: 'TorchScript, lite',
    technique: 'an operator in the code of the lite interpreter',
    file: zipOf([
      { name: 'm/data.pkl', content: bytesOf(proto(2), '}.') },
      { name: 'm/constants.pkl', content: bytesOf(proto(2), ').') },
      { name: 'm/bytecode.pkl', content: bytesOf(proto(2), string('aten::from_file'), '.') },
    ]),
    rules: ['zip.torchscript-operator'],
    verdict: 'review',
  },
  {
    id: 'AOTInductor',
    technique: 'a library in machine code within an archive',
    file: zipOf([{ name: 'm/data/aotinductor/model/m.so', content: elf }]),
    rules: ['machine-code.runs'],
    verdict: 'review',
    status: 'partial',
  },
  {
    id: 'compiled Python',
    technique: 'a module without its source within an archive',
    file: zipOf([
      {
        name: 'm/__init__.pyc',
        content: bytesOf(0xcb, 0x0d, '\r\n', new Uint8Array(12), 0xe3, new Uint8Array(40)),
      },
    ]),
    rules: ['machine-code.runs'],
    verdict: 'review',
    status: 'partial',
  },
  {
    id: 'TorchServe',
    technique: 'a handler that is imported when the model is served',
    file: zipOf([
      manifest,
      { name: 'handler.py', content: text('class H:\n  def initialize(self, context):\n    pass\n') },
    ]),
    rules: ['zip.torchserve-archive'],
    verdict: 'review',
    nearMiss: { file: zipOf([manifest]), verdict: 'clean' },
  },
  ...["__import__('os').system('id')", 'eval(chr(105))', 'Symbol.mro()'].map((expression) => ({
    id: `torch.export, ${expression}`,
    technique: 'a size that SymPy has Python evaluate',
    file: zipOf([
      {
        name: 'serialized_exported_program.json',
        content: text(
          JSON.stringify({ graph_module: { graph: { nodes: [{ as_expr: { expr_str: expression } }] } } }),
        ),
      },
    ]),
    rules: ['torch-export.expression'],
    nearMiss: {
      file: zipOf([
        {
          name: 'serialized_exported_program.json',
          content: text(
            '{"graph_module":{"nodes":[{"expr_str":"2*s0 + Max(1, s1)"},{"expr_str":"Eq(Mod(s0, 4), 0)"}]}}',
          ),
        },
      ]),
      verdict: 'clean' as const,
    },
  })),
  {
    id: 'Keras, escaped key',
    technique: 'a key with a letter that is escaped without need',
    file: zipOf([{ name: 'config.json', content: text(lambda('class\\u005fname')) }]),
    rules: ['keras.lambda-code'],
  },
  {
    id: 'skops, escaped key',
    technique: 'the same in the schema of skops',
    file: zipOf([
      {
        name: 'schema.json',
        content: text('{"__cl\\u0061ss__":"system","__modul\\u0065__":"os","__loader__":"TypeNode"}'),
      },
    ]),
    rules: ['skops.dangerous-object'],
  },
];

const superblock = bytesOf('\x89HDF\r\n\x1a\n');
const npyOf = (pickle: string): Uint8Array => {
  const header = "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }".padEnd(117);
  return bytesOf(0x93, 'NUMPY', 1, 0, 118, 0, header, '\n', pickle);
};

const OF_HALVES: readonly Bypass[] = [
  ...(
    [
      ['catboost', bytesOf('CBM1', u32(16), new Uint8Array(8184))],
      ['lightgbm', bytesOf('tree\nversion=v3\n'.padEnd(16_384))],
      ['xgboost', bytesOf('{"learner":{}'.padEnd(8192))],
      ['plain-text', bytesOf('A list of words.\n'.repeat(1000).slice(0, 8192))],
    ] as const
  ).map(([format, begin]) => ({
    id: `HDF5 behind ${format}`,
    technique: 'HDF5 behind a user block of another format',
    file: bytesOf(begin, superblock, new Uint8Array(100), '}'),
    rules: [`${format}.${format === 'plain-text' ? 'not-a-model' : 'trees'}`],
    verdict: 'review' as const,
    status: 'partial' as const,
  })),
  {
    id: 'NumPy, objects',
    technique: 'an array of objects that are no pickle that is understood',
    file: npyOf('tRbs.'),
    rules: ['numpy.object-array'],
    verdict: 'review',
    status: 'partial',
  },
  {
    id: 'PyTorch, data.pkl',
    technique: 'a pickle that is not understood, in the place of the one that PyTorch loads',
    file: zipOf([{ name: 'archive/data.pkl', content: bytesOf('tRbs.') }]),
    rules: ['zip.pytorch'],
    verdict: 'review',
    status: 'partial',
  },
  {
    id: 'YAML that holds Python',
    technique: 'a tag of Python in what has a line of Python',
    file: bytesOf(`a(b): |\n  def f():\n${'c(d): '}${APPLIES}`),
    rules: ['python.source', 'yaml.python-tag'],
  },
];

const OF_JSON: readonly Bypass[] = [
  {
    id: 'Keras, padding',
    technique: 'a model of Keras behind padding and a key of Hugging Face',
    file: text(lambda('class_name', `"model_type":"bert","pad":"${'x'.repeat(5000)}",`)),
    rules: ['keras.lambda-code'],
  },
  {
    id: 'XGBoost',
    technique: 'a configuration of Hugging Face that begins as a model of XGBoost',
    file: text('{"learner":{},"model\\u005ftype":"x","auto\\u005fmap":{"AutoModel":"evil--m.M"}}'),
    rules: ['huggingface.remote-code'],
    verdict: 'review',
  },
  {
    id: 'XGBoost, padding',
    technique: 'the same behind padding, in a file that is opened by its name',
    name: 'config.json',
    file: text(
      `{"learner":{"pad":"${'x'.repeat(5000)}"},"model_type":"x","auto_map":{"AutoModel":"evil--m.M"}}`,
    ),
    rules: ['huggingface.remote-code'],
    verdict: 'review',
  },
  {
    id: 'sentence-transformers, activation',
    technique: 'a function that is imported and called by its name',
    file: text('{"model_type":"bert","sbert_ce_default_activation_function":"evil.module.Class"}'),
    rules: ['huggingface.remote-code'],
    verdict: 'review',
    nearMiss: {
      file: text(
        '{"model_type":"bert","sentence_transformers":{"activation_fn":"torch.nn.modules.linear.Identity"}}',
      ),
      verdict: 'clean',
    },
  },
  {
    id: 'sentence-transformers, step',
    technique: 'a step that is what a module of the library has imported',
    file: text('[{"idx":0,"name":"0","path":"","type":"sentence_transformers.util.os"}]'),
    rules: ['huggingface.remote-code'],
    verdict: 'review',
    nearMiss: {
      file: text('[{"idx":0,"name":"0","path":"","type":"sentence_transformers.models.Transformer"}]'),
      verdict: 'clean',
    },
  },
  {
    id: 'diffusers',
    technique: 'a pipeline of its own without a version of diffusers',
    file: text('{"_class_name":["my_pipeline","P"],"unet":["my_module","Net"]}'),
    rules: ['huggingface.remote-code'],
    verdict: 'review',
    nearMiss: {
      file: text(
        '{"_class_name":"UNet2DConditionModel","_diffusers_version":"0.1","down_block_types":["CrossAttnDownBlock2D","DownBlock2D"]}',
      ),
      verdict: 'clean',
    },
  },
];

const kerasLayer = (class_name: string, config: object, module = 'keras.layers'): Uint8Array =>
  text(JSON.stringify({ class_name: 'Sequential', config: { layers: [{ class_name, module, config }] } }));
const activation = (module: string, name: string): Uint8Array =>
  kerasLayer('Dense', { activation: { module, class_name: 'function', config: name } });

const OF_KERAS: readonly Bypass[] = [
  ...(
    [
      ['keras.applications', 'VGG16'],
      ['keras_nlp.models', 'from_preset'],
      ['tensorflow.python.debug.lib.grpc_debug_server', 'serve'],
      ['keras.src.models.cloning', 'clone_model'],
    ] as const
  ).map(([module, name]) => ({
    id: `Keras, ${module}.${name}`,
    technique: 'a function of Keras that computes nothing, as an activation',
    file: activation(module, name),
    rules: ['keras.acting-function'],
    verdict: 'review' as const,
    nearMiss: { file: activation('tensorflow.python.ops.gen_nn_ops', 'relu'), verdict: 'clean' as const },
  })),
  {
    id: 'Keras, class of TensorFlow',
    technique: 'a class of TensorFlow that is no layer',
    file: kerasLayer('GFile', { name: '/tmp/x', mode: 'w' }, 'tensorflow.python.platform.gfile'),
    rules: ['keras.foreign-object'],
    verdict: 'review',
    nearMiss: { file: activation('keras.src.activations.activations', 'gelu'), verdict: 'clean' },
  },
  ...['vocabulary', 'merges', 'proto'].map((key) => ({
    id: `Keras, tokenizer, ${key}`,
    technique: 'a tokenizer that reads a file when it is built',
    file: kerasLayer('SentencePieceTokenizer', { [key]: '/etc/passwd' }, 'keras_nlp.tokenizers'),
    rules: ['keras.vocabulary-file'],
    nearMiss: {
      file: kerasLayer('WordPieceTokenizer', { vocabulary: null }, 'keras_nlp.tokenizers'),
      verdict: 'clean' as const,
    },
  })),
];

const SPELLED = "{% set ns = namespace(a='') %}{% for c in ['_','_','cla','ss','_','_'] %}";
const OF_TEMPLATES: readonly Bypass[] = [
  `${SPELLED}{% set ns.a = ns.a ~ c %}{% endfor %}{{ messages[ns.a] }}`,
  `${SPELLED}{% set ns.a = ns.a + c %}{% endfor %}{{ messages[ns.a] }}`,
  '{% set a %}__class__{% endset %}{{ messages[a] }}',
  "{% set d = {'a':'__cla','b':'ss__'} %}{% set n = d.a ~ d.b %}{{ messages[n] }}",
  "{% set n = 'XXclassXX'.translate({88: '_'}) %}{{ messages[n] }}",
  "{% set n = 'class'.center(9, '_') %}{{ messages[n] }}",
  "{% for a, b in {'__cl':'ass__'}.items() %}{{ ''[a+b] }}{% endfor %}",
].map((template) => ({
  id: `Jinja, ${template}`,
  technique: 'a name that is put together out of sight',
  name: 'chat_template.jinja',
  file: text(template),
  rules: ['template.built-name'],
  verdict: 'review' as const,
  nearMiss: {
    file: text(
      '{% set ns = namespace(i=0, t="") %}{% for m in messages %}{% set ns.i = ns.i + 1 %}{% set ns.t = ns.t + m.content %}' +
        '{% set k = "user" %}{% if m.tool %}{% set k = "tool" %}{% endif %}{{ messages[ns.i + 1][k] }}{{ m[m.role] }}{% endfor %}{{ ns.t }}',
    ),
    verdict: 'clean' as const,
  },
}));

describe('what was called clean, and is not', () => {
  it.each([
    ...OF_PICKLES,
    ...OF_TEXT,
    ...OF_ARCHIVES,
    ...OF_JSON,
    ...OF_HALVES,
    ...OF_KERAS,
    ...OF_TEMPLATES,
  ])('$id: $technique', expectCaught);
});

describe('what was called dangerous, and is not', () => {
  it('keeps a whole model of an old version of PyTorch clean, whose classes have persistent ids', async () => {
    const { verdict, globals } = await inspectWhole(bytesOf(proto(2), moduleId, ')', OP.NEWOBJ, attributes));
    expect(verdict).toBe('clean');
    expect(globals).toEqual(['torch.nn.modules.linear.Linear']);
  });
});

describe('what took minutes', () => {
  it('goes through comments of Windows once', async () => {
    const seen = await inspectWhole(
      bytesOf('# A line of a licence.\r\n'.repeat(100), 'A list of words.\r\n'),
    );
    expect(seen.verdict).toBe('clean');
    expect(seen.milliseconds).toBeLessThan(1000);
  });
});
