import { bytesInMemory } from '../bytes/byte-source.ts';
import type { Inspecting } from '../format.ts';
import { dangerOf } from '../known-callables.ts';
import { asObject, asText } from '../python-json.ts';
import { shown } from '../shown.ts';

type JsonObject = Readonly<Record<string, unknown>>;

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

/** Parts of Keras that hold functions which act, and no class that a model is built from. */
const ACTING_PARTS: ReadonlySet<string> = new Set(['config', 'datasets', 'export', 'saving', 'utils']);

const LOOKUPS: ReadonlySet<string> = new Set([
  'IndexLookup',
  'IntegerLookup',
  'StringLookup',
  'TextVectorization',
]);

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
  const config = asObject(object['config']);
  judgeLayer(className, config ?? {}, inspecting);
  const module = asText(object['module']);
  if (module !== undefined && module !== '') judgeModule(module, namesOf(object, className), inspecting);
}

/** Everything that Keras looks up in the module: a class, or the function that the config names. */
function namesOf(object: JsonObject, className: string): readonly string[] {
  const names = [className, asText(object['registered_name'])];
  if (className === 'function') names.push(asText(object['config']));
  if (className === '__typespec__') names.push(asText(object['spec_name']));
  return names.filter((name) => name !== undefined);
}

function judgeLayer(className: string, config: JsonObject, inspecting: Inspecting): void {
  const name = shown(asText(config['name']) ?? className);
  if (className === '__lambda__')
    return inspecting.observe({
      rule: 'keras.lambda-code',
      effect: 'dangerous',
      text: 'A Python lambda is unmarshalled from the config and called. What its code does was not disassembled.',
    });
  if (className === 'Lambda') return judgeLambda(name, config, inspecting);
  if (className === 'TFSMLayer')
    return inspecting.observe({
      rule: 'keras.saved-model-layer',
      effect: 'dangerous',
      text:
        `The layer “${name}” loads a TensorFlow SavedModel from “${shown(asText(config['filepath']) ?? '?')}” when it is ` +
        'built, also in safe mode (CVE-2026-1462).',
    });
  if (className === 'TorchModuleWrapper')
    return inspecting.observe({
      rule: 'keras.torch-module',
      effect: 'dangerous',
      text: `The layer “${name}” unpickles a PyTorch module with torch.load (CVE-2025-49655).`,
    });
  if (LOOKUPS.has(className) && asText(config['vocabulary']) !== undefined)
    return inspecting.observe({
      rule: 'keras.vocabulary-file',
      effect: 'dangerous',
      text: `The layer “${name}” reads its vocabulary from “${shown(asText(config['vocabulary']) ?? '')}” when it is built.`,
    });
  if (className === 'KerasLayer' && asText(config['handle']) !== undefined)
    return inspecting.observe({
      rule: 'keras.hub-layer',
      effect: 'review',
      text: `The layer “${name}” loads a model from “${shown(asText(config['handle']) ?? '')}”.`,
    });
  const operation = asText(config['function']);
  if (className === 'TFOpLambda' && operation !== undefined) {
    const danger = dangerOf('tensorflow', operation);
    if (danger !== undefined)
      inspecting.observe({
        rule: 'keras.dangerous-operation',
        effect: 'dangerous',
        text: `The layer “${name}” calls tensorflow.${shown(operation)}, which ${danger}.`,
        global: shown(`tensorflow.${operation}`),
      });
  }
}

function judgeLambda(name: string, config: JsonObject, inspecting: Inspecting): void {
  const isCode = ['function', 'output_shape', 'mask'].some(
    (part) => config[`${part}_type`] === 'lambda' || (part === 'function' && Array.isArray(config[part])),
  );
  if (isCode)
    return inspecting.observe({
      rule: 'keras.lambda-code',
      effect: 'dangerous',
      text:
        `The layer “${name}” holds marshalled Python code, which runs when the model is loaded or first called. What the ` +
        'code does was not disassembled.',
    });
  const named = asText(config['function']) ?? asText(asObject(config['function'])?.['config']);
  inspecting.observe({
    rule: 'keras.lambda-function',
    effect: 'review',
    text:
      named === undefined
        ? `The layer “${name}” calls a Python function of its own.`
        : `The layer “${name}” calls the Python function “${shown(named)}”.`,
  });
}

function judgeModule(module: string, names: readonly string[], inspecting: Inspecting): void {
  for (const name of names) {
    const danger = dangerOf(module, name);
    if (danger === undefined) continue;
    const global = shown(`${module}.${name}`);
    inspecting.imports(global);
    return inspecting.observe({
      rule: 'keras.dangerous-object',
      effect: 'dangerous',
      text: `The config has ${global} imported and called, which ${danger} (as in CVE-2025-1550).`,
      global,
    });
  }
  const [name = ''] = names;
  const global = shown(`${module}.${name}`);
  const [root = '', ...parts] = module.split('.', 8);
  if (root === 'builtins') {
    // Keras writes its own functions and every plain value so.
    if (!name.startsWith('__') && !PLAIN_BUILTINS.has(name)) observeForeign(global, inspecting);
  } else if (!KERAS_FAMILY.has(root)) {
    inspecting.imports(global);
    observeForeign(global, inspecting);
  } else if (parts.some((part) => ACTING_PARTS.has(part)) && !/^[A-Z]/.test(name))
    inspecting.observe({
      rule: 'keras.acting-function',
      effect: 'review',
      text: `The config has ${global} called, which is no part of a model.`,
      global,
    });
}

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

function observeForeign(global: string, inspecting: Inspecting): void {
  inspecting.observe({
    rule: 'keras.foreign-object',
    effect: 'review',
    text: `The config has ${global} imported and built, which is not of Keras.`,
    global,
  });
}
