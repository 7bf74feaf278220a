/**
 * `npm run fuzz -- --minutes 30`: every parser of model files against files with a few things wrong with them. A crash, two
 * seconds for one file, 256 MiB more than the parsers take when they are loaded, or an answer that cannot be ends it with 1
 * and keeps the file in `.cache/fuzz`. What was found is made again, byte by byte, by a test of the parser.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { caseOf, type Told } from './inspect-cases.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error('--minutes wants a number above 0');

const MOST_MILLISECONDS = 2000;
const MOST_MEBIBYTES = 256;
const FOUND = join(import.meta.dirname, '../../.cache/fuzz');

const found: { readonly number: number; readonly what: string }[] = [];
const byFormat = new Map<string, number>();
let cases = 0;
let slowest = { milliseconds: 0, number: 0 };
let largest = 0;

function keep(number: number, what: string): void {
  found.push({ number, what });
  mkdirSync(FOUND, { recursive: true });
  const { name, bytes } = caseOf(number);
  writeFileSync(join(FOUND, `case-${number}`), bytes);
  process.stdout.write(`FOUND case ${number} (${name}): ${what}\n`);
}

const ends = performance.now() + minutes * 60_000;

/** One process after the other: one that hangs or dies is replaced and the next case is begun. */
async function fuzz(first: number, step: number): Promise<void> {
  let next = first;
  while (performance.now() < ends) {
    let begun: number | undefined;
    let since = 0;
    let resting = 0;
    const child: ChildProcess = fork(
      join(import.meta.dirname, 'inspect-cases.ts'),
      [String(next), String(step)],
      {
        execArgv: ['--max-old-space-size=512', '--max-semi-space-size=8'],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    );
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors = (errors + chunk).slice(-2000);
    });
    child.on('message', (told: Told) => {
      if (told.begins !== undefined) {
        begun = told.begins;
        since = performance.now();
      }
      if (!told.ended) return;
      const { number, milliseconds, mebibytes, format, wrong } = told.ended;
      begun = undefined;
      next = number + step;
      cases += 1;
      byFormat.set(format, (byFormat.get(format) ?? 0) + 1);
      resting ||= mebibytes;
      largest = Math.max(largest, mebibytes - resting);
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, number };
      if (milliseconds > MOST_MILLISECONDS) keep(number, `takes ${milliseconds.toFixed(0)} ms`);
      if (mebibytes - resting > MOST_MEBIBYTES) {
        keep(number, `takes ${(mebibytes - resting).toFixed(0)} MiB`);
        child.kill('SIGKILL');
      }
      if (wrong) keep(number, wrong);
    });
    const watch = setInterval(() => {
      const isHanging = begun !== undefined && performance.now() - since > 10 * MOST_MILLISECONDS;
      if (isHanging || performance.now() > ends) child.kill('SIGKILL');
    }, 100);
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    clearInterval(watch);
    if (begun === undefined || performance.now() > ends) continue;
    keep(begun, code === null ? 'never ends' : `ends the process with ${code}: ${errors.trim().slice(-300)}`);
    next = begun + step;
  }
}

const seed = Number(values.seed) * 1_000_003;
await Promise.all([fuzz(seed, 2), fuzz(seed + 1, 2)]);
console.table(
  [...byFormat]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 40)
    .map(([formats, count]) => ({ formats, cases: count })),
);
console.log(
  `${cases} files in ${minutes} minutes by two processes: ${found.length} found; the slowest took ${slowest.milliseconds.toFixed(0)} ms (case ${slowest.number}), memory grew by at most ${largest.toFixed(0)} MiB.`,
);
process.exitCode = found.length > 0 ? 1 : 0;
