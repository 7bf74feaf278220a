import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inspectionProgressOn } from '#cli/inspect/progress.ts';

function screen(isTTY: boolean) {
  const written: string[] = [];
  const stderr = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  return { stderr: Object.assign(stderr, { isTTY, columns: 60 }), written };
}

it('redraws one line on a terminal, which fits and shows nothing invisible, and takes it away', async () => {
  const { stderr, written } = screen(true);
  const progress = inspectionProgressOn({ stderr }, 2);
  progress.started(`a\u001b[31m${'x'.repeat(200)}`);
  progress.finished(`a\u001b[31m${'x'.repeat(200)}`);
  await sleep(90);
  progress.started('b');
  progress.end();
  const [first = '', ...others] = written.map((line) => line.replace('\r\u001b[2K', ''));
  expect(first).toMatch(/^0\/2 files · a⟨U\+001B⟩\[31mx+…$/);
  expect(first).toHaveLength(59);
  expect(others).toEqual(['1/2 files · b', '']);
});

it('says one line where there is no terminal', () => {
  const { stderr, written } = screen(false);
  const progress = inspectionProgressOn({ stderr }, 2);
  progress.started('a');
  progress.finished('a');
  progress.end();
  expect(written).toEqual(['inspecting 2 files\n']);
});
