import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

interface Ended {
  readonly code: unknown;
  readonly stderr: string;
}

/** Runs the program in a process of its own; what it prints goes to the file, or to a pipe that is closed at once. */
async function ended(argv: readonly string[], file?: string): Promise<Ended> {
  const out = file === undefined ? 'pipe' : openSync(file, 'w');
  const child = spawn(process.execPath, ['cli/aispm.ts', ...argv], {
    cwd: root,
    stdio: ['ignore', out, 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  child.stdout?.destroy();
  const [code] = await once(child, 'close');
  if (typeof out === 'number') closeSync(out);
  return { code, stderr };
}

describe('aispm in a pipe', { timeout: 30_000 }, () => {
  it.each([['checks', '--json'], ['--help']])('says nothing when whoever reads %s stops', async (...argv) => {
    expect(await ended(argv)).toEqual({ code: 0, stderr: '' });
  });

  it.runIf(existsSync('/dev/full')).each([['checks', '--json'], ['--help']])(
    'says in one line that the disk is full when writing %s',
    async (...argv) => {
      const { code, stderr } = await ended(argv, '/dev/full');
      expect(stderr).toMatch(/^aispm: the output could not be written: .*ENOSPC.*\n$/);
      expect(code).toBe(2);
    },
  );
});
