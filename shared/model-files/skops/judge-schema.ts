import type { Inspecting } from '../format.ts';
import { dangerOf } from '../known-callables.ts';
import { asObject, asText } from '../python-json.ts';
import { shown } from '../shown.ts';

/** Packages whose estimators and arrays skops itself trusts by default. */
const TRUSTED_PACKAGES: ReadonlySet<string> = new Set([
  'builtins',
  'collections',
  'numpy',
  'scipy',
  'sklearn',
]);
const TRUSTED_TYPES: ReadonlySet<string> = new Set([
  'datetime.date',
  'datetime.datetime',
  'datetime.timedelta',
  'functools.partial',
  'pathlib.PosixPath',
  'types.FunctionType',
]);
/** Of the built-ins, the types of plain values. */
const PLAIN_BUILTINS: ReadonlySet<string> = new Set([
  'bool',
  'bytearray',
  'bytes',
  'complex',
  'dict',
  'dict_keys',
  'dict_values',
  'float',
  'frozenset',
  'function',
  'int',
  'list',
  'method',
  'range',
  'set',
  'slice',
  'str',
  'tuple',
  'type',
]);
/** Loaders that look something up, or call it, by names that the file gives: skops 0.16.0, skops/io. */
const CALLING_LOADERS: ReadonlySet<string> = new Set([
  'ConstructorFromReduceNode',
  'MethodNode',
  'OperatorFuncNode',
  'ReduceNode',
]);
/** Calls what is named as a loss, of which scikit-learn has all that skops writes. */
const LOSS_LOADER = 'LossNode';

const MOST_NODES = 5_000_000;

type JsonObject = Readonly<Record<string, unknown>>;
/** What is told of a schema. */
type Seen = Parameters<Inspecting['observe']>[0];

/** Judges every type and function that a skops file has imported, wherever in its tree. */
export function judgeSchema(schema: unknown, inspecting: Inspecting): void {
  const open: unknown[] = [schema];
  const told = new Set<string>();
  for (let count = 0; open.length > 0; count++) {
    if (count % 1024 === 0) inspecting.spending.inTime();
    if (count > MOST_NODES) {
      inspecting.missed(`a skops schema has more than ${MOST_NODES} values`);
      return;
    }
    const value = open.pop();
    if (Array.isArray(value)) for (const element of value) open.push(element);
    const node = asObject(value);
    if (node === undefined) continue;
    for (const key of Object.keys(node)) open.push(node[key]);
    for (const { module, name, loader } of globalsOf(node)) {
      const key = `${loader}\n${module}\n${name}`;
      if (told.has(key)) continue;
      told.add(key);
      inspecting.imports(shown(`${module}.${name}`));
      const seen = seenInGlobal(module, name, loader);
      if (seen !== undefined) inspecting.observe(seen);
    }
  }
}

interface Global {
  readonly module: string;
  readonly name: string;
  /** The kind of node that has it imported. */
  readonly loader: string;
}

/** What one node has imported: its type, its function, and the method that is looked up on an object. */
function globalsOf(node: JsonObject): readonly Global[] {
  const loader = asText(node['__loader__']) ?? '';
  const globals: Global[] = [];
  const add = (module: unknown, name: unknown, by: string): void => {
    const [inModule, named] = [asText(module), asText(name)];
    if (inModule !== undefined && named !== undefined)
      globals.push({ module: inModule, name: named, loader: by });
  };
  add(node['__module__'], node['__class__'], loader);
  add(node['module_path'], node['function'], 'FunctionNode');
  const content = asObject(node['content']);
  const owner = asObject(content?.['obj']);
  const method = asText(content?.['func']);
  if (method !== undefined && owner !== undefined)
    add(owner['__module__'], `${asText(owner['__class__']) ?? '?'}.${method}`, loader);
  return globals;
}

function seenInGlobal(module: string, name: string, loader: string): Seen | undefined {
  const global = shown(`${module}.${name}`);
  const by = loader === '' ? '' : ` by ${shown(loader)}`;
  const danger = isPlain(module, name) ? undefined : dangerOf(module, name);
  if (danger !== undefined)
    return {
      rule: 'skops.dangerous-object',
      effect: 'dangerous',
      text: `The file has ${global} imported${by}, which ${danger}.`,
      global,
    };
  if (CALLING_LOADERS.has(loader) || (loader === LOSS_LOADER && !module.startsWith('sklearn.')))
    return {
      rule: 'skops.calling-loader',
      effect: 'review',
      text: `The file has ${global} called${by}, with names and arguments that the file gives.`,
      global,
    };
  if (isTrusted(module, name)) return undefined;
  return {
    rule: 'skops.unknown-type',
    effect: 'review',
    text: `The file has ${global} imported${by}, which is not of scikit-learn, NumPy or SciPy.`,
    global,
  };
}

/** How skops writes that something is a function. */
function isPlain(module: string, name: string): boolean {
  return module === 'types' && name === 'FunctionType';
}

function isTrusted(module: string, name: string): boolean {
  if (TRUSTED_TYPES.has(`${module}.${name}`)) return true;
  const [root = ''] = module.split('.', 1);
  if (root === 'builtins') return PLAIN_BUILTINS.has(name);
  return TRUSTED_PACKAGES.has(root);
}
