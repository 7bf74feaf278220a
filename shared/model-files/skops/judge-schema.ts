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
/** Loaders that look something up, or call it, by names that the file gives. */
const CALLING_LOADERS: ReadonlySet<string> = new Set(['MethodNode', 'OperatorFuncNode', 'ReduceNode']);

const MOST_NODES = 5_000_000;

/** Judges every type and function that a skops file has imported, wherever in its tree. */
export function judgeSchema(schema: unknown, inspecting: Inspecting): void {
  const open: unknown[] = [schema];
  const told = new Set<string>();
  for (let count = 0; open.length > 0; count++) {
    if (count % 1024 === 0) inspecting.spending.inTime();
    if (count > MOST_NODES) return inspecting.missed(`a skops schema has more than ${MOST_NODES} values`);
    const value = open.pop();
    if (Array.isArray(value)) for (const element of value) open.push(element);
    const node = asObject(value);
    if (node === undefined) continue;
    for (const key of Object.keys(node)) open.push(node[key]);
    const loader = asText(node['__loader__']) ?? '';
    judgeGlobal(asText(node['__module__']), asText(node['__class__']), loader, told, inspecting);
    judgeGlobal(asText(node['module_path']), asText(node['function']), 'FunctionNode', told, inspecting);
    if (loader === 'MethodNode') judgeMethod(asObject(node['content']) ?? {}, inspecting);
  }
}

function judgeGlobal(
  module: string | undefined,
  name: string | undefined,
  loader: string,
  told: Set<string>,
  inspecting: Inspecting,
): void {
  if (module === undefined || name === undefined) return;
  const global = shown(`${module}.${name}`);
  const key = `${loader}\n${global}`;
  if (told.has(key)) return;
  told.add(key);
  inspecting.imports(global);
  const danger = dangerOf(module, name);
  if (danger !== undefined && !isPlain(module, name))
    return inspecting.observe({
      rule: 'skops.dangerous-object',
      effect: 'dangerous',
      text: `The file has ${global} imported${loader === '' ? '' : ` by ${shown(loader)}`}, which ${danger}.`,
      global,
    });
  if (CALLING_LOADERS.has(loader))
    return inspecting.observe({
      rule: 'skops.calling-loader',
      effect: 'review',
      text: `${shown(loader)} has ${global} called by names that the file gives.`,
      global,
    });
  if (!isTrusted(module, name))
    inspecting.observe({
      rule: 'skops.unknown-type',
      effect: 'review',
      text: `The file has ${global} imported, which is not of scikit-learn, NumPy or SciPy.`,
      global,
    });
}

/** A method is looked up by name on an object that the file builds. */
function judgeMethod(content: Readonly<Record<string, unknown>>, inspecting: Inspecting): void {
  const method = asText(content['func']);
  const owner = asObject(content['obj']);
  const [module, name] = [asText(owner?.['__module__']), asText(owner?.['__class__'])];
  if (method === undefined || module === undefined || name === undefined) return;
  const danger = dangerOf(module, `${name}.${method}`);
  if (danger === undefined) return;
  inspecting.observe({
    rule: 'skops.dangerous-method',
    effect: 'dangerous',
    text: `The file has the method ${shown(`${module}.${name}.${method}`)} looked up, which ${danger}.`,
    global: shown(`${module}.${name}.${method}`),
  });
}

function isPlain(module: string, name: string): boolean {
  return module === 'types' && name === 'FunctionType';
}

function isTrusted(module: string, name: string): boolean {
  if (TRUSTED_TYPES.has(`${module}.${name}`)) return true;
  const [root = ''] = module.split('.', 1);
  if (root === 'builtins') return PLAIN_BUILTINS.has(name);
  return TRUSTED_PACKAGES.has(root);
}
