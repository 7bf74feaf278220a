/**
 * `npm run bench:peers`: how fast, and how right, four scanners from PyPI and this one are in one run, on the samples of
 * others and on a pickle of a million floats. Each scanner is one process that is loaded before; they take turns, round
 * by round, so that what else the machine does falls on all. The time of a file is the median of its rounds but the first,
 * in which Python reads its modules and V8 compiles.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES } from '#test/recorded/fixtures.ts';
import { millionFloats } from './million-floats.ts';
import { type Sample, samples } from './samples.ts';
import { type Answer, CACHE, installedPeers, ours, PEERS, type Peer, startPeer } from './scanners.ts';

const ROUNDS = 11;
/** A scanner of which further rounds would take longer than that altogether has fewer. */
const MOST_SECONDS = 60;
const MOST_SECONDS_OF_A_COMMAND = 60;
const TIMES_AS_FAST_AS_PICKLESCAN = 15;

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** What a scanner said in its rounds. */
interface Judged {
  readonly name: string;
  readonly rounds: number;
  readonly verdicts: ReadonlyMap<string, Answer['verdict']>;
  readonly seconds: ReadonlyMap<string, number>;
}

async function judgedByAll(python: string, files: readonly string[]): Promise<Judged[]> {
  const scanners = [
    { name: 'aispm', scanner: ours },
    ...(Object.keys(PEERS) as Peer[]).map((name) => ({ name, scanner: startPeer(python, name) })),
  ].map((each) => ({ ...each, rounds: [] as Answer[][] }));
  const secondsOf = (rounds: readonly Answer[][]): number =>
    sumOf(rounds.flat().map(({ seconds }) => seconds));
  for (let round = 0; round < ROUNDS; round++)
    for (const { scanner, rounds } of scanners) {
      const taken = secondsOf(rounds);
      if (taken + (rounds.length === 0 ? 0 : taken / rounds.length) < MOST_SECONDS)
        rounds.push(await scanner.ask(files));
    }
  return scanners.map(({ name, scanner, rounds }) => {
    scanner.end();
    const counted = rounds.length > 1 ? rounds.slice(1) : rounds;
    return {
      name,
      rounds: rounds.length,
      verdicts: new Map(rounds.at(-1)?.map(({ path, verdict }) => [path, verdict])),
      seconds: new Map(
        files.map((file, index) => [
          file,
          median(counted.map((round) => round[index]?.seconds ?? Number.NaN)),
        ]),
      ),
    };
  });
}

function confusion({ name, verdicts }: Judged, found: readonly Sample[]): Record<string, string | number> {
  const count = (expected: Sample['expected'], ...wanted: readonly Answer['verdict'][]): number =>
    found.filter((sample) => {
      const verdict = verdicts.get(sample.file);
      return sample.expected === expected && verdict !== undefined && wanted.includes(verdict);
    }).length;
  return {
    scanner: name,
    'malicious flagged': count('malicious', 'flagged'),
    weakly: count('malicious', 'weak'),
    'not judged': count('malicious', 'error', 'skipped'),
    'called clean': count('malicious', 'clean'),
    'benign flagged': count('benign', 'flagged'),
    'for review': count('benign', 'weak'),
    'benign not judged': count('benign', 'error', 'skipped'),
    'benign clean': count('benign', 'clean'),
  };
}

/** How long a command takes, with all that it loads; nothing where it is ended for taking too long. */
async function wallSecondsOf(command: string, words: readonly string[]): Promise<number | undefined> {
  const begin = performance.now();
  const child = spawn(command, words, { stdio: 'ignore', timeout: MOST_SECONDS_OF_A_COMMAND * 1000 });
  const isOver = await new Promise<boolean>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (_code, signal) => resolve(signal === null));
  });
  return isOver ? (performance.now() - begin) / 1000 : undefined;
}

/** Commands that take a folder, each in a process of its own. */
async function commands(
  program: (name: string) => string,
  folder: string,
): Promise<Record<string, string>[]> {
  const cli = join(import.meta.dirname, '../../../cli/aispm.ts');
  const lines: readonly (readonly [string, string, readonly string[]])[] = [
    ['aispm inspect', process.execPath, ['--max-semi-space-size=8', cli, 'inspect', folder]],
    ['picklescan', program('picklescan'), ['--path', folder]],
    ['modelscan', program('modelscan'), ['--path', folder]],
    ['modelaudit', program('modelaudit'), ['scan', '--no-cache', folder]],
  ];
  const rows: Record<string, string>[] = [];
  for (const [name, command, words] of lines) {
    const taken: number[] = [];
    for (let time = 0; time < 3; time++) {
      const seconds = await wallSecondsOf(command, words);
      if (seconds === undefined) break;
      taken.push(seconds);
    }
    const shown = taken.length > 0 ? median(taken).toFixed(2) : `more than ${MOST_SECONDS_OF_A_COMMAND}`;
    rows.push({ command: name, 'the folder of the samples, s': shown });
  }
  return rows;
}

const found = samples();
if (!found) {
  process.stdout.write('The samples are absent; AISPM_FIXTURES names their folder.\n');
  process.exit(0);
}
mkdirSync(CACHE, { recursive: true });
const floats = join(CACHE, 'million-floats.pkl');
millionFloats(floats);
const program = await installedPeers();
const files = found.map(({ file }) => file);
const [own, ...peers] = await judgedByAll(program('python'), [...files, floats]);
if (own === undefined) throw new Error('nobody judged');

console.table([own, ...peers].map((judged) => confusion(judged, found)));

const isJudged = ({ verdicts }: Judged, file: string): boolean =>
  !['error', 'skipped'].includes(verdicts.get(file) ?? 'error');
const secondsFor = ({ seconds }: Judged, of: readonly string[]): number =>
  sumOf(of.map((file) => seconds.get(file) ?? Number.NaN));

/** What a peer and this one take for the same files. */
function compared(peer: Judged, of: readonly string[]) {
  const [its, ownSeconds] = [secondsFor(peer, of), secondsFor(own as Judged, of)];
  return { its, ownSeconds, times: its / ownSeconds };
}
const comparisons = peers.map((peer) => {
  const both = files.filter((file) => isJudged(peer, file) && isJudged(own, file));
  return {
    peer,
    both,
    onFloats: compared(peer, [floats]),
    onBoth: compared(peer, both),
    onAll: compared(peer, files),
  };
});
const milliseconds = (seconds: number): string => (seconds * 1000).toFixed(seconds < 1 ? 1 : 0);
console.log(
  `This one takes ${milliseconds(secondsFor(own, [floats]))} ms for a million floats, ${milliseconds(secondsFor(own, files))} ms for all ${files.length} samples, in ${own.rounds} rounds.`,
);
console.table(
  comparisons.map(({ peer, both, onFloats, onBoth, onAll }) => ({
    scanner: peer.name,
    rounds: peer.rounds,
    'a million floats, ms': milliseconds(onFloats.its),
    'floats, times ours': onFloats.times.toFixed(1),
    'judged by both': both.length,
    'for them, ms': milliseconds(onBoth.its),
    'ours, ms': milliseconds(onBoth.ownSeconds),
    'for them, times ours': onBoth.times.toFixed(1),
    'all samples, ms': milliseconds(onAll.its),
    'all, times ours': onAll.times.toFixed(1),
  })),
);
console.table(await commands(program, join(FIXTURES, 'model-files')));

const over = comparisons.flatMap(({ peer: { name }, onFloats, onBoth, onAll }) => [
  ...(name === 'picklescan' && onFloats.times < TIMES_AS_FAST_AS_PICKLESCAN
    ? [`less than ${TIMES_AS_FAST_AS_PICKLESCAN} times as fast as picklescan on a million floats`]
    : []),
  ...(onFloats.times <= 1 ? [`not ahead of ${name} on a million floats`] : []),
  ...(onBoth.times <= 1 ? [`not ahead of ${name} on the samples that both judge`] : []),
  ...(onAll.times <= 1 ? [`not ahead of ${name} on all samples`] : []),
]);
for (const each of over) console.log(`OVER: ${each}`);
if (over.length > 0) process.exitCode = 1;
