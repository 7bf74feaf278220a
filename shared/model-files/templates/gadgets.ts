/** `__class__`: what leads from any value to the whole interpreter. */
const DUNDER = /^__\w+__$/;
/** Names that say something of a value, and lead nowhere. */
const HARMLESS_DUNDERS: ReadonlySet<string> = new Set([
  '__name__',
  '__qualname__',
  '__len__',
  '__doc__',
  '__str__',
]);

/** Attributes without underscores that lead to frames, and from there to globals. */
const INTERNALS: ReadonlySet<string> = new Set([
  'func_globals',
  'func_code',
  'func_closure',
  'gi_frame',
  'gi_code',
  'cr_frame',
  'cr_code',
  'ag_frame',
  'ag_code',
  'f_globals',
  'f_locals',
  'f_builtins',
  'f_back',
  'f_code',
  'tb_frame',
  'mro',
]);

/** What runs commands, code or requests where it is called, wherever it comes from. */
const EXECUTING: ReadonlySet<string> = new Set([
  'popen',
  'Popen',
  'system',
  'check_output',
  'check_call',
  'getoutput',
  'getstatusoutput',
  'spawn',
  'spawnl',
  'spawnv',
  'execv',
  'execve',
  'execvp',
  'eval',
  'exec',
  'execfile',
  'import_module',
  'load_module',
  'urlopen',
  'urlretrieve',
  'create_connection',
]);

/** Names of Python that no template is given, of which each means an attack. */
const PYTHON_NAMES: ReadonlySet<string> = new Set([
  'os',
  'sys',
  'subprocess',
  'importlib',
  'builtins',
  'socket',
  'shutil',
  'pty',
  'posix',
  'popen',
  'eval',
  'exec',
  'execfile',
  'open',
  'compile',
  'getattr',
  'setattr',
  'globals',
  'locals',
  'vars',
  'breakpoint',
]);

/** Globals of Jinja and of web frameworks by which sandboxes were left. No chat template needs them. */
const FRAMEWORK_NAMES: ReadonlySet<string> = new Set([
  'self',
  'cycler',
  'joiner',
  'lipsum',
  'request',
  'config',
  'session',
  'g',
  'app',
  'current_app',
  'url_for',
  'get_flashed_messages',
  'environ',
  'handler',
  'settings',
]);

export type Judgement = 'dangerous' | 'review' | undefined;

export function ofAttribute(name: string, isCalled: boolean): Judgement {
  if (HARMLESS_DUNDERS.has(name)) return 'review';
  if (DUNDER.test(name) || INTERNALS.has(name)) return 'dangerous';
  if (isCalled && EXECUTING.has(name)) return 'dangerous';
  // Jinja's sandbox refuses what begins with one; other engines do not.
  return name.startsWith('__') ? 'review' : undefined;
}

/** Of a name that the template does not set itself. */
export function ofName(name: string, isReached: boolean): Judgement {
  if (DUNDER.test(name)) return 'dangerous';
  if (PYTHON_NAMES.has(name)) return isReached ? 'dangerous' : undefined;
  return FRAMEWORK_NAMES.has(name) && isReached ? 'review' : undefined;
}

/** Whether a string has the name of a way out in it. */
export const holdsDunder = (text: string): boolean =>
  (text.match(/__[A-Za-z]\w*?__/g) ?? []).some((name) => !HARMLESS_DUNDERS.has(name));

/** Whether `str.format` with this string reaches into what it is given: `{0.__class__}`. */
export const reachesByFormat = (text: string): boolean => /\{[^{}]{0,200}[.[]_/.test(text);
