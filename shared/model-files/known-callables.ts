import { DANGERS } from './known-callables-table.ts';

/** By dotted path, which is a module or something in one. What lies beneath has the same reason. */
const reasonByPath = new Map<string, string>();
for (const [reason, paths] of Object.entries(DANGERS))
  for (const path of paths) reasonByPath.set(path, reason);

/** With which those paths begin: most names begin otherwise. */
const KNOWN_HEADS: ReadonlySet<string> = new Set(
  [...reasonByPath.keys()].map((path) => path.split('.', 1)[0] ?? ''),
);

/** Python 2's name for a module, and the names that lead to the same objects. */
const SAME_MODULE: Readonly<Record<string, string>> = {
  __builtin__: 'builtins',
  __builtins__: 'builtins',
  cPickle: 'pickle',
  _pickle: 'pickle',
  _io: 'io',
  _pyio: 'io',
  _operator: 'operator',
  _functools: 'functools',
  copy_reg: 'copyreg',
  tf: 'tensorflow',
};

/** An attribute by which any object leads to the interpreter's own, wherever in a dotted name it stands. */
const REACHING_ATTRIBUTES: ReadonlySet<string> = new Set([
  '__base__',
  '__bases__',
  '__builtins__',
  '__call__',
  '__class__',
  '__closure__',
  '__code__',
  '__delattr__',
  '__dict__',
  '__func__',
  '__get__',
  '__getattr__',
  '__getattribute__',
  '__globals__',
  '__import__',
  '__init_subclass__',
  '__kwdefaults__',
  '__loader__',
  '__mro__',
  '__reduce__',
  '__reduce_ex__',
  '__self__',
  '__setattr__',
  '__spec__',
  '__subclasses__',
  '__wrapped__',
]);

/** Modules that share their name with functions and classes of libraries: `numpy.trace`, `scipy.signal`. */
const ALSO_ORDINARY_NAMES: ReadonlySet<string> = new Set([
  'code',
  'commands',
  'distributed',
  'fabric',
  'glob',
  'http',
  'invoke',
  'multiprocessing',
  'pipes',
  'platform',
  'profile',
  'resource',
  'select',
  'sh',
  'signal',
  'site',
  'test',
  'trace',
  'venv',
]);

/** What lies at most so deep has a meaning; a file may write a name of a million dots. */
const MOST_COMPONENTS = 24;

/**
 * Why a load that imports this is dangerous, in a few words that go on from its name (“runs a command”), or undefined
 * where it is not known to be. Known danger only: what is not known is not thereby safe, which a list of what is
 * allowed has to decide. The name may be dotted, since a pickle of protocol 4 follows every dot: `os.system` of the
 * module `site`, which imports `os`, is `os.system`.
 */
export function dangerOf(module: string, name: string): string | undefined {
  const inModule = module.split('.', MOST_COMPONENTS);
  const inName = name.split('.', MOST_COMPONENTS + 1);
  if (inName.length > MOST_COMPONENTS) return 'is a name of more dots than anything has';
  const direct = reasonOf([...inModule, ...inName]);
  if (direct !== undefined) return direct;
  if (inName.some((component) => REACHING_ATTRIBUTES.has(component))) return 'reaches into the interpreter';
  for (let first = 0; first < inName.length; first++) {
    const reason = reasonOfReached(inName.slice(first));
    if (reason !== undefined) return reason;
  }
  return isDownload(inModule, inName) ? 'loads another model' : undefined;
}

/** The reason of what a module has imported and hands on, maybe under a private name: `random._os` is `os`. */
function reasonOfReached([first = '', ...rest]: readonly string[]): string | undefined {
  const head = first.replace(/^_/, '');
  if (ALSO_ORDINARY_NAMES.has(head)) return undefined;
  // One component alone counts where it is a module: `torch.os` hands it out, `torch.nn.Module.eval` is its own.
  return reasonOf([head, ...rest]) ?? reasonOf([first, ...rest]);
}

/** The reason of the longest beginning that has one. */
function reasonOf(components: readonly string[]): string | undefined {
  const [head = '', ...rest] = components;
  const module = SAME_MODULE[head] ?? head;
  if (!KNOWN_HEADS.has(module)) return undefined;
  const named = [module, ...rest];
  for (let length = named.length; length > 0; length--) {
    const reason = reasonByPath.get(named.slice(0, length).join('.'));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

const DOWNLOADING_LIBRARIES: ReadonlySet<string> = new Set([
  'diffusers',
  'peft',
  'sentence_transformers',
  'setfit',
  'timm',
  'transformers',
]);
const DOWNLOADING_METHODS: ReadonlySet<string> = new Set([
  'from_pretrained',
  'push_to_hub',
  'save_pretrained',
]);

function isDownload([library = '']: readonly string[], inName: readonly string[]): boolean {
  return DOWNLOADING_LIBRARIES.has(library) && inName.some((component) => DOWNLOADING_METHODS.has(component));
}
