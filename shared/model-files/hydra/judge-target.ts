import { ALLOWED_TARGETS } from './allowed-targets.ts';

/** Modules of which everything a configuration can name executes code, or reaches files, processes or the network. */
const DANGEROUS_MODULES: ReadonlySet<string> = new Set([
  'os',
  'posix',
  'nt',
  'subprocess',
  '_posixsubprocess',
  'pty',
  'runpy',
  'importlib',
  'imp',
  'pkgutil',
  'zipimport',
  'ctypes',
  '_ctypes',
  'shutil',
  'socket',
  'ssl',
  'ftplib',
  'smtplib',
  'telnetlib',
  'http',
  'urllib',
  'requests',
  'httpx',
  'aiohttp',
  'webbrowser',
  'pickle',
  '_pickle',
  'cloudpickle',
  'dill',
  'joblib',
  'shelve',
  'marshal',
  'code',
  'codeop',
  'pdb',
  'bdb',
  'timeit',
  'trace',
  'profile',
  'cProfile',
  'doctest',
  'pydoc',
  'pip',
  'ensurepip',
  'venv',
  'idlelib',
  'lib2to3',
  'multiprocessing',
  'signal',
  'sys',
  'commands',
  'IPython',
]);

/** By name. */
const DANGEROUS: ReadonlySet<string> = new Set([
  'builtins.eval',
  'builtins.exec',
  'builtins.compile',
  'builtins.open',
  'builtins.getattr',
  'builtins.setattr',
  'builtins.delattr',
  'builtins.globals',
  'builtins.vars',
  'builtins.breakpoint',
  'asyncio.create_subprocess_shell',
  'asyncio.create_subprocess_exec',
  'asyncio.subprocess.create_subprocess_shell',
  'asyncio.subprocess.create_subprocess_exec',
  'operator.methodcaller',
  'operator.attrgetter',
  'operator.itemgetter',
  'types.FunctionType',
  'types.CodeType',
  'pathlib.Path.unlink',
  'pathlib.Path.write_text',
  'pathlib.Path.write_bytes',
  'pathlib.Path.read_text',
  'io.open',
  'io.FileIO',
  'io.open_code',
  'logging.FileHandler',
  'logging.config.fileConfig',
  'logging.config.dictConfig',
  'hydra.utils.call',
  'hydra.utils.instantiate',
  'hydra.utils.get_method',
  'hydra.utils.get_static_method',
  'hydra.utils.get_class',
  'hydra.utils.get_object',
  'hydra._internal.utils._locate',
  'hydra._internal.instantiate._instantiate2.instantiate',
  'torch.load',
  'torch.hub.load',
  'torch.hub.load_state_dict_from_url',
  'torch.hub.download_url_to_file',
  'torch.jit.load',
  'torch.utils.cpp_extension.load',
  'torch.utils.cpp_extension.load_inline',
  'torch.utils.collect_env.run',
  'torch.utils.collect_env.run_and_read_all',
  'numpy.load',
  'numpy.fromfile',
  'numpy.f2py.crackfortran.getlincoef',
  'pandas.read_pickle',
  'pandas.io.pickle.read_pickle',
  'yaml.unsafe_load',
  'yaml.load',
  'mlflow.projects.backend.local._run_entry_point',
]);

/** Parts of a module that reads and runs nothing, though its neighbours do. */
const HARMLESS: ReadonlySet<string> = new Set(['os.path', 'urllib.parse']);

export type TargetJudgement = 'known' | 'unknown' | 'dangerous';

/**
 * What it means that a configuration has this called. Only the whole name is allowed, as modules that are allowed
 * hold others: `nemo.utils.os.system` is `os.system`.
 */
export function judgeTarget(target: string): TargetJudgement {
  if (ALLOWED_TARGETS.has(target)) return 'known';
  const parts = target.split('.', 32);
  if (parts.some((part) => /^__\w+__$/.test(part))) return 'dangerous';
  for (let from = 0; from < parts.length - 1; from++) {
    const rest = parts.slice(from);
    if (DANGEROUS.has(rest.join('.'))) return 'dangerous';
    // Within other packages, modules have names like these without being them.
    const isModule =
      from === 0 ? DANGEROUS_MODULES.has(rest[0] ?? '') : IMPORTED_EVERYWHERE.has(rest[0] ?? '');
    if (isModule && !HARMLESS.has(rest.slice(0, 2).join('.'))) return 'dangerous';
  }
  return 'unknown';
}

const IMPORTED_EVERYWHERE: ReadonlySet<string> = new Set([
  'os',
  'sys',
  'subprocess',
  'importlib',
  'shutil',
  'pickle',
]);
