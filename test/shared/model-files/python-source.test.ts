import { describe, expect, it } from 'vitest';
import python from '#shared/model-files/formats/python-source.ts';
import { expectRobust, inspectedAs } from './inspecting.ts';

describe('Python source', () => {
  it.each([
    [
      'a model',
      'import torch\nfrom torch import nn\n\nclass Model(nn.Module):\n    def forward(self, x):\n        return self.model.eval()(x)\n',
    ],
    [
      'words in comments and strings',
      'import a\n# os.system("id")\nx = """\nos.system("id")\n"""\ny = \'exec(1)\' # eval(2)\nz = r"\\"\n',
    ],
    ['methods of others with such names', 'import torch\nmodel.eval()\nre.compile("x")\nself.exec(1)\n'],
    ['functions that are defined and not called', 'def exec(x):\n  pass\n\nclass eval(object): pass\n'],
  ])('with %s is a note', async (_name, text) => {
    const inspection = await inspectedAs(text, python);
    expect(inspection).toMatchObject({ verdict: 'clean', status: 'complete' });
    expect(inspection.observations.map(({ rule }) => rule)).toEqual(['python.source']);
  });

  it.each([
    ['a command', 'import os\nos.system("id")\n', 'os.system'],
    ['a command by another name', 'import os as o\no.system("id")\n', 'os.system'],
    ['a command that is imported', 'from os import path, system as s\ns("id")\n', 'os.system'],
    [
      'a command in brackets',
      'from subprocess import (\n  run,\n  PIPE,\n)\nrun(["id"])\n',
      'subprocess.run',
    ],
    ['code', '#!/usr/bin/env python\nexec(x)\n', 'exec'],
    [
      'code that is decoded',
      'import base64, zlib\nx = zlib.decompress(base64.b64decode("eJw="))\n',
      'base64.b64decode',
    ],
    ['an import', 'import a\nx = __import__("os")\n', '__import__'],
    [
      'a request in a class',
      'import requests\nclass A:\n    x = requests.get("http://a.example")\n',
      'requests.get',
    ],
    ['a call after a function', 'def f():\n    return 1\n\nexec(x)\n', 'exec'],
    ['a call on the line of another', 'import os; os.system("id")\n', 'os.system'],
    ['a call on a line that goes on', 'import os\nx = 1 + \\\n  os.popen("id")\n', 'os.popen'],
    ['a call in a condition', 'import socket\nif True:\n    socket.socket()\n', 'socket.socket'],
  ])('that runs %s when it is imported is for a person to look at', async (_name, text, global) => {
    const inspection = await inspectedAs(text, python);
    expect(inspection.observations).toContainEqual(
      expect.objectContaining({ rule: 'python.runs-on-import', global }),
    );
    expect(inspection.verdict).toBe('review');
  });

  it('that runs something in a function is clean, and tells it', async () => {
    const inspection = await inspectedAs('import os\ndef f():\n    if x:\n        os.system("id")\n', python);
    expect(inspection.verdict).toBe('clean');
    expect(inspection.observations[1]).toMatchObject({
      rule: 'python.runs-when-called',
      call: 'os.system("id")',
    });
  });

  it('is told from other text', async () => {
    for (const text of [
      '{"import": 1}',
      'important: yes\n',
      'We import what we need from others.\n',
      'import\n',
    ])
      expect((await inspectedAs(text, python)).formats).toEqual([]);
  });

  it('does not take long, whatever is in it', async () => {
    for (const unit of ['(', 'a.', 'exec(', "'", 'import a,', 'def f():\n ', '# x\n', 'x;', 'import a;'])
      expect((await inspectedAs(`import os\n${unit.repeat(200_000)}`, python)).milliseconds).toBeLessThan(
        3000,
      );
    expect(await inspectedAs(`import os\n${'#'.repeat(4 * 1024 * 1024)}`, python)).toMatchObject({
      status: 'partial',
    });
    await expectRobust(
      Buffer.from('import os as o\nx = """a"""\ndef f(a):\n  return o.system("id", [1, {2}])\n'),
      [python],
    );
  });
});
