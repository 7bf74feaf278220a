/**
 * Modules and names that Python 3 puts in the place of those of Python 2, in streams of protocol 0 to 2. Source:
 * CPython, Lib/_compat_pickle.py, of which these are the ones that decide something.
 */
const MODULES: Readonly<Record<string, string>> = {
  __builtin__: 'builtins',
  copy_reg: 'copyreg',
  Queue: 'queue',
  SocketServer: 'socketserver',
  ConfigParser: 'configparser',
  repr: 'reprlib',
  tkFileDialog: 'tkinter.filedialog',
  commands: 'subprocess',
  cPickle: 'pickle',
  UserString: 'collections',
  anydbm: 'dbm',
  dumbdbm: 'dbm.dumb',
  dbhash: 'dbm.bsd',
  gdbm: 'dbm.gnu',
  whichdb: 'dbm',
  thread: '_thread',
  dummy_thread: '_dummy_thread',
  httplib: 'http.client',
  BaseHTTPServer: 'http.server',
  SimpleHTTPServer: 'http.server',
  CGIHTTPServer: 'http.server',
  Cookie: 'http.cookies',
  cookielib: 'http.cookiejar',
  xmlrpclib: 'xmlrpc.client',
  DocXMLRPCServer: 'xmlrpc.server',
  SimpleXMLRPCServer: 'xmlrpc.server',
  urllib: 'urllib.request',
  urllib2: 'urllib.request',
  urlparse: 'urllib.parse',
  robotparser: 'urllib.robotparser',
  HTMLParser: 'html.parser',
  htmlentitydefs: 'html.entities',
  _winreg: 'winreg',
  _abcoll: 'collections.abc',
  UserDict: 'collections',
  UserList: 'collections',
  StringIO: 'io',
  cStringIO: 'io',
  exceptions: 'builtins',
  'os.path': 'os.path',
};

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  '__builtin__.xrange': ['builtins', 'range'],
  '__builtin__.reduce': ['functools', 'reduce'],
  '__builtin__.intern': ['sys', 'intern'],
  '__builtin__.unichr': ['builtins', 'chr'],
  '__builtin__.unicode': ['builtins', 'str'],
  '__builtin__.long': ['builtins', 'int'],
  '__builtin__.raw_input': ['builtins', 'input'],
  '__builtin__.basestring': ['builtins', 'str'],
  'itertools.izip': ['builtins', 'zip'],
  'itertools.imap': ['builtins', 'map'],
  'itertools.ifilter': ['builtins', 'filter'],
  'UserDict.IterableUserDict': ['collections', 'UserDict'],
  'whichdb.whichdb': ['dbm', 'whichdb'],
  'socket.fromfd': ['socket', 'fromfd'],
};

/** The module and name as Python 3 imports them. */
export function asImported(module: string, name: string): readonly [string, string] {
  const whole = NAMES[`${module}.${name}`];
  if (whole && Object.hasOwn(NAMES, `${module}.${name}`)) return whole;
  return [Object.hasOwn(MODULES, module) ? (MODULES[module] ?? module) : module, name];
}
