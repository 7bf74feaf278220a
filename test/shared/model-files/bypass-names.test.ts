import { describe, expect, it } from 'vitest';
import { inspectWhole } from './bypass-row.ts';
import { bytesOf, called, global, proto, stackGlobal, string } from './pickle-builder.ts';

/** What the lists of scanners did not have: the advisory, the module, and the name in it. */
const NAMES = [
  ['GHSA-3gf5', 'idlelib.pyshell', 'ModifiedInterpreter.runcode'],
  ['GHSA-j343', 'idlelib.pyshell', 'ModifiedInterpreter.runcommand'],
  ['GHSA-m869', 'idlelib.run', 'Executive.runcode'],
  ['GHSA-7cq8', 'idlelib.autocomplete', 'AutoComplete.fetch_completions'],
  ['GHSA-6w4w', 'idlelib.autocomplete', 'AutoComplete.get_entity'],
  ['GHSA-8r4j', 'idlelib.calltip', 'Calltip.fetch_tip'],
  ['GHSA-9xph', 'idlelib.calltip', 'get_entity'],
  ['GHSA-3vg9', 'idlelib.debugobj', 'ObjectTreeItem.SetText'],
  ['GHSA-f54q', 'lib2to3.pgen2.grammar', 'Grammar.loads'],
  ['GHSA-p9w7', 'lib2to3.pgen2.pgen', 'ParserGenerator.make_label'],
  ['GHSA-5qwp', 'trace', 'Trace.run'],
  ['GHSA-g344', 'trace', 'Trace.runctx'],
  ['GHSA-cj3c', 'code', 'InteractiveInterpreter.runcode'],
  ['GHSA-fqq6', 'doctest', 'debug_script'],
  ['GHSA-xp4f', 'ensurepip', '_run_pip'],
  ['GHSA-vv6j', 'torch.utils._config_module', 'ConfigModule.load_config'],
  ['GHSA-4whj', 'torch.utils.bottleneck.__main__', 'run_autograd_prof'],
  ['GHSA-4r9r', 'torch.utils.bottleneck.__main__', 'run_cprofile'],
  ['GHSA-f745', 'torch.utils.collect_env', 'run'],
  ['GHSA-jhph', 'torch.utils.collect_env', 'run_and_read_all'],
  ['GHSA-h3qp', 'torch.utils.data.datapipes.utils.decoder', 'basichandlers'],
  ['GHSA-86cj', 'torch._dynamo.guards', 'GuardBuilder.get'],
  ['GHSA-f4x7', 'torch.fx.experimental.symbolic_shapes', 'ShapeEnv.evaluate_guards_expression'],
  ['GHSA-vr7h', 'torch.jit.unsupported_tensor_ops', 'execWrapper'],
  ['GHSA-r8g5', 'numpy.f2py.crackfortran', 'getlincoef'],
  ['picklescan malicious22', 'numpy.testing._private.utils', 'runstring'],
  ['GHSA-m273', 'distutils.file_util', 'write_file'],
  ['GHSA-4675', 'ctypes', 'CDLL'],
  ['GHSA-vqmv', 'pty', 'spawn'],
  ['GHSA-7wx9', 'profile', 'run'],
  ['GHSA-x696', 'profile', 'Profile.run'],
  ['GHSA-6vqj', 'profile', 'Profile.runctx'],
  ['GHSA-49gj', 'cProfile', 'run'],
  ['GHSA-9w88', 'cProfile', 'runctx'],
  ['GHSA-m7j5', 'logging', 'FileHandler'],
  ['GHSA-9726', 'io', 'FileIO'],
  ['GHSA-9726', 'urllib.request', 'urlopen'],
  ['GHSA-9m3x', 'cloudpickle.cloudpickle', '_make_function'],
  ['GHSA-9m3x', 'types', 'CodeType'],
  ['GHSA-g38g (CVE-2026-56315)', 'uuid', '_get_command_stdout'],
  ['GHSA-g38g (CVE-2026-56315)', 'imaplib', 'IMAP4_stream'],
  ['GHSA-g38g (CVE-2026-56315)', '_pyrepl.pager', 'pipe_pager'],
  ['GHSA-g38g (CVE-2026-56315)', '_osx_support', '_read_output'],
  ['GHSA-g38g (CVE-2026-56315)', '_aix_support', '_read_cmd_output'],
  ['GHSA-g38g (CVE-2026-56315)', 'test.support.script_helper', 'assert_python_ok'],
  ['picklescan #66', 'importlib', 'import_module'],
  ['picklescan #74', 'marshal', 'loads'],
  ['modelscan #311, #313', 'asyncio.subprocess', 'create_subprocess_shell'],
  ['modelscan #311, #313', 'bdb', 'Bdb.run'],
  ['modelscan #311, #313', 'timeit', 'timeit'],
  ['modelscan #311, #313', 'pickle', 'loads'],
  ['modelscan #311, #313', 'shutil', 'rmtree'],
  ['modelscan #338', 'mlflow.projects.backend.local', '_run_entry_point'],
  ['modelscan #338', 'multiprocessing.util', 'spawnv_passfds'],
  ['modelscan #338', 'pandas', 'read_csv'],
  ['fickling GHSA-r7v6 and the like', 'runpy', 'run_path'],
  ['fickling GHSA-565g and the like', 'pydoc', 'pipepager'],
  ['fickling CVE-2026-22608', 'pydoc', 'locate'],
  ['fickling GHSA-h4rm and the like', 'builtins', '__import__'],
  ['fickling GHSA-5hwf and the like', 'smtplib', 'SMTP'],
  ['fickling GHSA-m6fh and the like', 'platform', '_syscmd_file'],
  ['fickling GHSA-pc6j and the like', 'linecache', 'getlines'],
  ['fickling GHSA-r48f and the like', 'gc', 'get_objects'],
  ['in the wild (MalHug)', 'runpy', '_run_code'],
  ['in the wild (MalHug)', 'webbrowser', 'open'],
  ['in the wild (MalHug)', 'nt', 'system'],
] as const;

describe('a name that lists of scanners did not have', () => {
  it.each(NAMES)('is dangerous, and named: %s, %s.%s', async (_id, module, name) => {
    const called4 = bytesOf(proto(4), called(stackGlobal(module, name), string('id')), '.');
    const seen = await inspectWhole(called4);
    expect(seen).toMatchObject({ verdict: 'dangerous', status: 'complete', globals: [`${module}.${name}`] });
    expect(seen.observations.map(({ rule, global }) => [rule, global])).toEqual([
      ['pickle.dangerous-global', `${module}.${name}`],
      ['pickle.dangerous-call', `${module}.${name}`],
    ]);
    // By the opcode of protocol 0, and imported only.
    const importing = await inspectWhole(bytesOf(proto(2), global(module, name), '.'));
    expect(importing.verdict).toBe('dangerous');
  });

  it.each([
    ['fickling GHSA-r48f', 'difflib', 'unified_diff'],
    ['GHSA-9m3x', '__main__', 'EvilClass._obfuscated_eval'],
    ['none', 'acme.models', 'Scorer'],
  ])('of which nothing is known is for a person: %s, %s.%s', async (_id, module, name) => {
    const seen = await inspectWhole(bytesOf(proto(4), called(stackGlobal(module, name), string('id')), '.'));
    expect(seen).toMatchObject({ verdict: 'review', status: 'complete', globals: [`${module}.${name}`] });
  });

  it.each([
    ['profile', 'numpy', 'trace'],
    ['code', 'acme.code', 'Model'],
    ['profile', 'acme', 'profile'],
  ])('is not found in what only looks like it: %s, %s.%s', async (_like, module, name) => {
    const seen = await inspectWhole(bytesOf(proto(4), called(stackGlobal(module, name)), '.'));
    expect(seen.verdict).not.toBe('dangerous');
  });
});
