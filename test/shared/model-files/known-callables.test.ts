import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dangerOf } from '#shared/model-files/known-callables.ts';
import { ABSENT, FIXTURES } from '../../recorded/fixtures.ts';

describe('known callables', () => {
  it.each([
    ['os', 'system', 'runs a command'],
    ['posix', 'system', 'runs a command'],
    ['nt', 'popen', 'runs a command'],
    ['subprocess', 'Popen', 'runs a command'],
    ['webbrowser', 'open', 'runs a command'],
    ['commands', 'getoutput', 'runs a command'],
    ['mlflow.projects.backend.local', '_run_entry_point', 'runs a command'],
    ['IPython.utils.process', 'system', 'runs a command'],
    ['torch.utils.collect_env', 'run_and_read_all', 'runs a command'],
    ['builtins', 'eval', 'runs code'],
    ['runpy', '_run_code', 'runs code'],
    ['numpy.testing._private.utils', 'runstring', 'runs code'],
    ['idlelib.debugobj', 'ObjectTreeItem.SetText', 'runs code'],
    ['types', 'CodeType', 'makes a function out of code'],
    ['marshal', 'loads', 'makes a function out of code'],
    ['ctypes', 'CDLL', 'loads native code'],
    ['importlib', 'import_module', 'imports whatever is named'],
    ['builtins', '__import__', 'imports whatever is named'],
    ['pkgutil', 'resolve_name', 'imports whatever is named'],
    ['builtins', 'getattr', 'looks up whatever is named'],
    ['operator', 'attrgetter', 'looks up whatever is named'],
    ['operator', 'methodcaller', 'calls whatever it is given'],
    ['functools', 'reduce', 'calls whatever it is given'],
    ['joblib', 'load', 'unpickles more'],
    ['torch.storage', '_load_from_bytes', 'unpickles more'],
    ['socket', 'socket', 'talks to the network'],
    ['keras.utils', 'get_file', 'talks to the network'],
    ['pathlib', 'PosixPath.write_text', 'reads or writes files'],
    ['pandas.io.parsers.readers', 'read_csv', 'reads or writes files'],
    ['pip', 'main', 'installs packages'],
    ['signal', 'signal', 'disturbs the process'],
    ['transformers.models.auto.modeling_auto', 'AutoModel.from_pretrained', 'loads another model'],
  ])('knows that %s.%s %s', (module, name, reason) => {
    expect(dangerOf(module, name)).toBe(reason);
  });

  it.each([
    ['a submodule of a listed module', 'asyncio.unix_events', '_UnixSubprocessTransport._start'],
    ["Python 2's name of a module", '__builtin__', 'eval'],
    ['the module that a listed one is written in', '_io', 'FileIO'],
    ['a method of a listed class', 'io', 'FileIO.write'],
    ['a dotted name that goes on to another module', 'site', 'os.system'],
    ['a dotted name that goes on late', 'pathlib', 'x.y.os.system'],
    ['a module handed out by another', 'torch.serialization', 'os'],
    ['a module handed out under its private name', 'collections', '_sys'],
    ['the globals of a function', 'numpy', 'size.__globals__'],
    ['the built-ins of a module', 'numpy', '__builtins__'],
    ['the subclasses of object', 'builtins', 'object.__subclasses__'],
    ['the getter of a descriptor', 'types', 'MemberDescriptorType.__get__'],
    ['more dots than anything has', 'a', `${'b.'.repeat(100_000)}os.system`],
  ])('sees through %s', (_, module, name) => {
    expect(dangerOf(module, name)).toBeTypeOf('string');
  });

  it.each([
    ['torch._utils', '_rebuild_tensor_v2'],
    ['torch.storage', 'UntypedStorage'],
    ['torch.serialization', '_get_layout'],
    ['torch.jit._pickle', 'build_intlist'],
    ['torch.distributed.checkpoint.metadata', 'Metadata'],
    ['collections', 'OrderedDict'],
    ['builtins', 'set'],
    ['_codecs', 'encode'],
    ['_io', 'BytesIO'],
    ['argparse', 'Namespace'],
    ['copyreg', '_reconstructor'],
    ['functools', 'partial'],
    ['logging', 'getLogger'],
    ['pathlib', 'PosixPath'],
    ['uuid', 'UUID'],
    ['numpy', 'trace'],
    ['numpy.random._pickle', '__randomstate_ctor'],
    ['numpy.core.multiarray', '_reconstruct'],
    ['joblib.numpy_pickle', 'NumpyArrayWrapper'],
    ['sklearn.datasets.base', 'Bunch'],
    ['scipy', 'signal'],
    ['pandas.core.frame', 'DataFrame'],
    ['somebody.code', 'Thing'],
    ['somebody', 'os_system'],
  ])('knows nothing against %s.%s', (module, name) => {
    expect(dangerOf(module, name)).toBeUndefined();
  });

  const manifest = path.join(FIXTURES, 'model-files/manifest.csv');
  const isHere = existsSync(manifest);
  it.skipIf(!isHere)(
    `knows one global at least of every malicious pickle${isHere ? '' : ` (${ABSENT})`}`,
    () => {
      const rows = readFileSync(manifest, 'utf8').split('\n');
      const malicious = rows
        .map((row) => row.split(','))
        .filter(([, , , , verdict]) => verdict === 'malicious');
      const named = malicious.filter(([, , , , , , globals]) => globals !== undefined && globals !== '');
      expect(named.length).toBeGreaterThan(50);
      const unknown = named.filter(([, , , , , , globals = '']) => !globals.split(/[;| ]+/).some(isKnown));
      expect(unknown.map(([file]) => file)).toEqual([]);
    },
  );
});

/** The manifest writes module and name as one, with the verdict of a peer behind a colon. */
function isKnown(written: string): boolean {
  const parts = written.replace(/:.*/, '').split('.');
  return parts.some(
    (_, at) => at > 0 && dangerOf(parts.slice(0, at).join('.'), parts.slice(at).join('.')) !== undefined,
  );
}
