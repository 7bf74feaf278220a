import { bytesInMemory } from '../bytes/byte-source.ts';
import type { Inspecting } from '../format.ts';
import { dangerOf } from '../known-callables.ts';
import { asObject, asText } from '../python-json.ts';
import { shown } from '../shown.ts';
import { operationLayer } from './operation-layers.ts';

type JsonObject = Readonly<Record<string, unknown>>;
/** What is told of a config. */
type Seen = Parameters<Inspecting['observe']>[0];

/** Of the team of Keras and of TensorFlow. Their classes are built from a config and do nothing else. */
const KERAS_FAMILY: ReadonlySet<string> = new Set([
  'keras',
  'keras_core',
  'keras_cv',
  'keras_hub',
  'keras_nlp',
  'tensorflow',
  'tensorflow_addons',
  'tensorflow_probability',
  'tf_keras',
]);

/** Parts of Keras, and of what it computes with, that hold functions which a model may name, and none that acts. */
const COMPUTING_PARTS: ReadonlySet<string> = new Set([
  'activations',
  'constraints',
  'initializers',
  'losses',
  'math',
  'metrics',
  'nn',
  'ops',
  'optimizers',
  'random',
  'regularizers',
]);
/** The same of TensorFlow, whose `ops` hold functions which act as well. */
const COMPUTING_MODULE =
  /^(?:gen_)?(?:activations|array|bitwise|clip|init|linalg|losses|math|metrics|nn|random|signal|special_math)(?:_ops)?(?:_impl)?$/;

const LOOKUPS: ReadonlySet<string> = new Set([
  'IndexLookup',
  'IntegerLookup',
  'StringLookup',
  'TextVectorization',
]);

/** The types of plain values. */
const PLAIN_BUILTINS: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'complex',
  'dict',
  'float',
  'function',
  'int',
  'list',
  'set',
  'slice',
  'str',
  'tuple',
]);

/** A vocabulary of SentencePiece may stand in the config itself, as base64. */
const SERIALIZED = /^(?:[A-Za-z0-9+/]{4}){8,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const MOST_NODES = 5_000_000;

/** Base64 of a marshalled code object: `c`, with or without the flag of a reference, then a count of arguments. */
const MARSHALLED = /^[4Y]w[A-Za-z0-9+/]{2}AAA/;
/** Base64 of a pickle of protocol 2 to 5. */
const PICKLED = /^gA[I-X]/;
const SHORTEST_CODE = 40;

/**
 * Judges everything in the config of a Keras model that loading it builds, calls or opens. The whole tree is walked,
 * wherever in it an object stands: layers within layers, losses, initializers, arguments.
 */
export async function judgeConfig(config: unknown, inspecting: Inspecting): Promise<void> {
  const open: unknown[] = [config];
  for (let count = 0; open.length > 0; count++) {
    if (count % 1024 === 0) inspecting.spending.inTime();
    if (count > MOST_NODES) return inspecting.missed(`a Keras config has more than ${MOST_NODES} values`);
    const value = open.pop();
    if (typeof value === 'string') await judgeText(value, inspecting);
    else if (Array.isArray(value)) for (const element of value) open.push(element);
    else {
      const object = asObject(value);
      if (object === undefined) continue;
      judgeObject(object, inspecting);
      for (const key of Object.keys(object)) open.push(object[key]);
    }
  }
}

/** Code and pickles that stand in a config as base64. */
async function judgeText(text: string, inspecting: Inspecting): Promise<void> {
  if (text.length < SHORTEST_CODE) return;
  const bare = text.trimStart();
  if (MARSHALLED.test(bare))
    inspecting.observe({
      rule: 'keras.marshalled-code',
      effect: 'dangerous',
      text:
        `Python code of ${bare.length} characters in base64 is unmarshalled into a function. What the code does was not ` +
        'disassembled.',
    });
  else if (PICKLED.test(bare)) {
    inspecting.spending.member();
    const bytes = Buffer.from(bare, 'base64');
    inspecting.spending.expand(bytes.length);
    await inspecting.member('a pickle in the config', bytesInMemory('a pickle in the config', bytes));
  }
}

function judgeObject(object: JsonObject, inspecting: Inspecting): void {
  const className = asText(object['class_name']);
  if (className === undefined) return;
  const layer = seenInLayer(className, asObject(object['config']) ?? {});
  if (layer !== undefined) inspecting.observe(layer);
  const module = asText(object['module']);
  if (module === undefined || module === '') return;
  const imported = seenInModule(module, namesOf(object, className));
  if (imported === undefined) return;
  if (imported.global !== undefined) inspecting.imports(imported.global);
  inspecting.observe(imported);
}

/** Everything that Keras looks up in the module: a class, or the function that the config names. */
function namesOf(object: JsonObject, className: string): readonly string[] {
  const names = [className, asText(object['registered_name'])];
  if (className === 'function') names.push(asText(object['config']));
  if (className === '__typespec__') names.push(asText(object['spec_name']));
  return names.filter((name) => name !== undefined);
}

/** What a layer does beyond building itself, whatever module it says it is of. */
function seenInLayer(className: string, config: JsonObject): Seen | undefined {
  const name = shown(asText(config['name']) ?? className);
  const text = (key: string): string | undefined => asText(config[key]);
  if (className === '__lambda__')
    return {
      rule: 'keras.lambda-code',
      effect: 'dangerous',
      text: 'A Python lambda is unmarshalled from the config and called. What its code does was not disassembled.',
    };
  if (className === 'Lambda') return seenInLambda(name, config);
  if (className === 'TFSMLayer')
    return {
      rule: 'keras.saved-model-layer',
      effect: 'dangerous',
      text:
        `The layer “${name}” loads a TensorFlow SavedModel from “${shown(text('filepath') ?? '?')}” when it is built, ` +
        'also in safe mode (CVE-2026-1462).',
    };
  if (className === 'TorchModuleWrapper')
    return {
      rule: 'keras.torch-module',
      effect: 'dangerous',
      text: `The layer “${name}” unpickles a PyTorch module with torch.load (CVE-2025-49655).`,
    };
  const vocabulary = LOOKUPS.has(className) ? text('vocabulary') : undefined;
  if (vocabulary !== undefined)
    return {
      rule: 'keras.vocabulary-file',
      effect: 'dangerous',
      text: `The layer “${name}” reads its vocabulary from “${shown(vocabulary)}” when it is built.`,
    };
  const words = className.endsWith('Tokenizer') ? [text('vocabulary'), text('merges'), text('proto')] : [];
  const file = words.find((word) => word !== undefined);
  if (file !== undefined)
    return {
      rule: 'keras.vocabulary-file',
      effect: SERIALIZED.test(file) ? 'review' : 'dangerous',
      text: `The tokenizer “${name}” reads its vocabulary from “${shown(file)}” when it is built.`,
    };
  const handle = className === 'KerasLayer' ? text('handle') : undefined;
  if (handle !== undefined)
    return {
      rule: 'keras.hub-layer',
      effect: 'review',
      text: `The layer “${name}” loads a model from “${shown(handle)}”.`,
    };
  const called = operationLayer(className, config);
  if (called === undefined) return undefined;
  const global = shown(called.calls);
  return {
    rule: 'keras.dangerous-operation',
    effect: called.effect,
    text: `The layer “${name}” calls ${global}, which ${called.does}.`,
    global,
  };
}

function seenInLambda(name: string, config: JsonObject): Seen {
  const isCode =
    Array.isArray(config['function']) ||
    ['function_type', 'output_shape_type', 'mask_type'].some((type) => config[type] === 'lambda');
  if (isCode)
    return {
      rule: 'keras.lambda-code',
      effect: 'dangerous',
      text:
        `The layer “${name}” holds marshalled Python code, which runs when the model is loaded or first called. What the ` +
        'code does was not disassembled.',
    };
  const named = asText(config['function']) ?? asText(asObject(config['function'])?.['config']);
  return {
    rule: 'keras.lambda-function',
    effect: 'review',
    text:
      named === undefined
        ? `The layer “${name}” calls a Python function of its own.`
        : `The layer “${name}” calls the Python function “${shown(named)}”.`,
  };
}

function seenInModule(module: string, names: readonly string[]): Seen | undefined {
  for (const name of names) {
    const danger = dangerOf(module, name);
    const global = shown(`${module}.${name}`);
    if (danger !== undefined)
      return {
        rule: 'keras.dangerous-object',
        effect: 'dangerous',
        text: `The config has ${global} imported and called, which ${danger} (as in CVE-2025-1550).`,
        global,
      };
  }
  const [name = ''] = names;
  const global = shown(`${module}.${name}`);
  const [root = '', ...parts] = module.split('.', 8);
  // Keras writes its own functions and every plain value as if they were built-in.
  const isPlain = root === 'builtins' && (name.startsWith('__') || PLAIN_BUILTINS.has(name));
  if (!isPlain && !KERAS_FAMILY.has(root))
    return {
      rule: 'keras.foreign-object',
      effect: 'review',
      text: `The config has ${global} imported and built, which is not of Keras.`,
      global,
    };
  if (
    root === 'tensorflow' &&
    /^[A-Z]/.test(name) &&
    !parts.includes('keras') &&
    !parts.includes('framework')
  )
    return {
      rule: 'keras.foreign-object',
      effect: 'review',
      text: `The config has ${global} imported and built, which is not of Keras.`,
      global,
    };
  const functions =
    names[0] === 'function' ? names.slice(-1) : names.filter((each) => !/^(?:[A-Z]|__)|>/.test(each));
  if (root !== 'builtins' && functions.length > 0 && !isComputing(root, parts))
    return {
      rule: 'keras.acting-function',
      effect: 'review',
      text: `The config has ${shown(`${module}.${functions[0]}`)} called, which is no part of a model.`,
      global: shown(`${module}.${functions[0]}`),
    };
  return undefined;
}

const isComputing = (root: string, parts: readonly string[]): boolean =>
  root === 'tensorflow' && !parts.includes('keras')
    ? COMPUTING_MODULE.test(parts.at(-1) ?? '')
    : parts.at(-1) === 'backend' || parts.some((part) => COMPUTING_PARTS.has(part));
