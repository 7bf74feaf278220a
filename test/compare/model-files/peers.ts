/**
 * `npm run bench:peers`: how fast, and how right, four scanners from PyPI and this one are in one run, on the samples of
 * others and on a pickle of a million floats. Each scanner judges all files in one process, after it was loaded.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { openLocalFile } from '#shared/model-files/bytes/local-file.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import { run } from '../../deploy/run-command.ts';
import { type Sample, samples } from './samples.ts';

export const PEERS = {
  picklescan: 'picklescan==1.0.5',
  modelscan: 'modelscan==0.8.8',
  fickling: 'fickling==0.1.12',
  modelaudit: 'modelaudit==0.2.54',
} as const;
type Peer = keyof typeof PEERS;

const Answer = z.object({
  path: z.string(),
  verdict: z.enum(['flagged', 'weak', 'clean', 'error', 'skipped']),
  seconds: z.number(),
});
type Answer = z.infer<typeof Answer>;

const CACHE = join(import.meta.dirname, '../../../.cache');

async function pythonWithPeers(): Promise<string> {
  const venv = join(CACHE, 'peers-venv');
  const python = join(venv, 'bin', 'python');
  const stamp = join(venv, 'requirements.txt');
  const wanted = Object.values(PEERS).join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  mkdirSync(CACHE, { recursive: true });
  await run(process.env['PYTHON'] ?? 'python3', ['-m', 'venv', venv]);
  await run(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...Object.values(PEERS),
  ]);
  writeFileSync(stamp, wanted);
  return python;
}

async function askPeer(python: string, peer: Peer, files: readonly string[]): Promise<Answer[]> {
  const child = spawn(python, [join(import.meta.dirname, 'peers.py'), peer], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(`${files.join('\n')}\n`);
  const lines = (await Array.fromAsync(child.stdout as AsyncIterable<Buffer>))
    .join('')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => Answer.parse(JSON.parse(line)));
}

async function askOurs(files: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const path of files) {
    const begin = performance.now();
    const source = await openLocalFile(path);
    const { verdict, status } = await inspectModelFile(source);
    await source.close();
    answers.push({
      path,
      verdict:
        verdict === 'dangerous'
          ? 'flagged'
          : verdict === 'clean'
            ? 'clean'
            : status === 'complete'
              ? 'weak'
              : 'error',
      seconds: (performance.now() - begin) / 1000,
    });
  }
  return answers;
}

/** A list of a million floats as CPython's pickler writes it: protocol 4, in frames of 64 KiB and batches of 1,000. */
function millionFloats(file: string): void {
  const parts: Buffer[] = [Buffer.from([0x80, 4])];
  let frame: Buffer[] = [Buffer.from([0x5d, 0x94])];
  let framed = 2;
  const close = (): void => {
    const header = Buffer.alloc(9);
    header[0] = 0x95;
    header.writeBigUInt64LE(BigInt(framed), 1);
    parts.push(header, ...frame);
    frame = [];
    framed = 0;
  };
  for (let batch = 0; batch < 1000; batch++) {
    const bytes = Buffer.alloc(1 + 1000 * 9 + 1);
    bytes[0] = 0x28;
    for (let item = 0; item < 1000; item++) {
      bytes[1 + item * 9] = 0x47;
      bytes.writeDoubleBE((batch * 1000 + item) / 1_000_003, 2 + item * 9);
    }
    bytes[bytes.length - 1] = 0x65;
    frame.push(bytes);
    framed += bytes.length;
    if (framed >= 64 * 1024) close();
  }
  frame.push(Buffer.from('.'));
  framed += 1;
  close();
  writeFileSync(file, Buffer.concat(parts));
}

function confusion(
  name: string,
  answers: readonly Answer[],
  of: ReadonlyMap<string, Sample>,
): Record<string, string | number> {
  const count = (expected: string, verdicts: readonly string[]): number =>
    answers.filter(({ path, verdict }) => of.get(path)?.expected === expected && verdicts.includes(verdict))
      .length;
  const seconds = answers.filter(({ path }) => of.has(path)).reduce((sum, answer) => sum + answer.seconds, 0);
  return {
    scanner: name,
    'malicious flagged': count('malicious', ['flagged']),
    weakly: count('malicious', ['weak']),
    'not judged': count('malicious', ['error', 'skipped']),
    'called clean': count('malicious', ['clean']),
    'benign flagged': count('benign', ['flagged']),
    'for review': count('benign', ['weak']),
    'benign not judged': count('benign', ['error', 'skipped']),
    'benign clean': count('benign', ['clean']),
    'samples, s': seconds.toFixed(3),
  };
}

const found = samples();
if (!found) {
  process.stdout.write('The samples are absent; AISPM_FIXTURES names their folder.\n');
  process.exit(0);
}
const bySample = new Map(found.map((sample) => [sample.file, sample]));
mkdirSync(CACHE, { recursive: true });
const floats = join(CACHE, 'million-floats.pkl');
millionFloats(floats);
const files = [...bySample.keys(), floats];
const python = await pythonWithPeers();
// Once to have it compiled, as Python was when it was installed; the second time counts.
await askOurs(files);
const answers = new Map<string, Answer[]>([['aispm', await askOurs(files)]]);
for (const peer of Object.keys(PEERS) as Peer[]) answers.set(peer, await askPeer(python, peer, files));

console.table([...answers].map(([name, given]) => confusion(name, given, bySample)));
const ours = new Map(answers.get('aispm')?.map((answer) => [answer.path, answer.seconds]));
/** On the samples that a peer judges at all: what it does not know it leaves alone at once. */
function onWhatItJudges(name: string): {
  readonly files: number;
  readonly its: number;
  readonly ours: number;
} {
  const judged = (answers.get(name) ?? []).filter(
    ({ path, verdict }) => bySample.has(path) && verdict !== 'error' && verdict !== 'skipped',
  );
  return {
    files: judged.length,
    its: judged.reduce((sum, { seconds }) => sum + seconds, 0),
    ours: judged.reduce((sum, { path }) => sum + (ours.get(path) ?? Number.NaN), 0),
  };
}
const floatsOf = (name: string): number =>
  answers.get(name)?.find(({ path }) => path === floats)?.seconds ?? Number.NaN;
const peers = Object.keys(PEERS).map((name) => ({ name, ...onWhatItJudges(name) }));
console.log(`A pickle of a million floats takes ${Math.round(floatsOf('aispm') * 1000)} ms.`);
console.table(
  peers.map(({ name, files: judged, its, ours: our }) => ({
    scanner: name,
    'a million floats, ms': Math.round(floatsOf(name) * 1000),
    'times ours': (floatsOf(name) / floatsOf('aispm')).toFixed(1),
    'samples that it judges': judged,
    'ms for them': Math.round(its * 1000),
    'ours, ms': Math.round(our * 1000),
    'as many times ours': (its / our).toFixed(1),
  })),
);
const isSlow = floatsOf('picklescan') / floatsOf('aispm') < 15;
const ahead = peers.filter(({ its, ours: our }) => its <= our).map(({ name }) => name);
if (isSlow) console.log('OVER: less than 15 times as fast as picklescan on a million floats');
if (ahead.length > 0) console.log(`OVER: not ahead of ${ahead.join(', ')} on the samples that it judges`);
if (isSlow || ahead.length > 0) process.exitCode = 1;
