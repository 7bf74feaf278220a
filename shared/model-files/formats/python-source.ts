import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import { inspectHiddenYaml } from '../hydra/inspect-hidden-yaml.ts';
import { callsOf } from '../python-source/calls.ts';
import { quoted } from '../text/quoted.ts';
import { behindComments, readText } from '../text/read-text.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const SHEBANG = /^#![^\n]{0,100}python/;
/** A line that only Python has. */
const LINE =
  /^(?:import [\w.]{1,100}(?:[ \t]+as[ \t]+\w+)?[ \t,]*(?:[\w., \t]*)?(?:[#;].*)?|from [\w.]{1,100} import [\w(*].*|[ \t]{0,40}(?:async )?def \w{1,100}\(.*|class \w{1,100}(?:\(.*\))?:.*|@\w[\w.]*(?:\(.*)?)\r?$/m;

/** What executes code or commands, or reaches the network, where a file is imported. */
const RUNS: ReadonlySet<string> = new Set([
  'exec',
  'eval',
  'compile',
  '__import__',
  'execfile',
  'importlib.import_module',
  'runpy.run_path',
  'runpy.run_module',
  'pty.spawn',
  'marshal.loads',
  'pickle.loads',
  'pickle.load',
  'dill.loads',
  'cloudpickle.loads',
  'base64.b64decode',
  'base64.b85decode',
  'codecs.decode',
  'zlib.decompress',
  'webbrowser.open',
  'ctypes.CDLL',
]);
const RUNNING_MODULES =
  /^(?:(?:builtins|subprocess|socket|requests|httpx|aiohttp|ftplib|smtplib|telnetlib|pty)\.|urllib\.request\.|urllib\d?\.urlopen|http\.client\.|os\.(?:system|popen|exec\w+|spawn\w+|posix_spawn\w*|startfile|fork)|asyncio\.create_subprocess)/;

export default {
  id: 'python-source',
  title: 'Python source',
  source: 'https://docs.python.org/3/reference/lexical_analysis.html',
  claims: (head) => {
    if (!head.isText) return false;
    const { text } = head;
    if (/^\s{0,200}[{[<]/.test(text)) return false;
    if (SHEBANG.test(text) || LINE.test(text)) return true;
    return behindComments(head)?.then((more) => LINE.test(more)) ?? false;
  },
  inspect,
} satisfies ModelFormat;

async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  inspecting.observe({
    rule: 'python.source',
    effect: 'note',
    text: 'It is Python, which runs when something imports it.',
  });
  const text = await readText(source, MOST_BYTES);
  if (text === undefined)
    return inspecting.missed(`it is longer than the ${MOST_BYTES} bytes that are read of Python`);
  inspectHiddenYaml(text, inspecting);
  let calls = 0;
  for (const { name, at, isAtTop } of callsOf(text)) {
    if ((calls++ & 255) === 0) inspecting.spending.inTime();
    const runs = RUNS.has(name) || RUNNING_MODULES.test(name);
    if (!runs) continue;
    inspecting.observe({
      rule: isAtTop ? 'python.runs-on-import' : 'python.runs-when-called',
      effect: isAtTop ? 'review' : 'note',
      text: `${isAtTop ? 'Importing it' : 'A function of it'} calls ${quoted(name)}.`,
      call: `${name}${(text.slice(at, at + 160).split('\n', 1)[0] ?? '').trimEnd()}`.slice(0, 300),
      global: name.slice(0, 200),
    });
  }
}
