/**
 * `npm run bench:peers`: how fast, and how right, four scanners from PyPI and this one are in one run, on the samples of
 * others and on a pickle of a million floats. Each scanner is one process that is loaded before; they take turns, round
 * by round, so that what else the machine does falls on all. The time of a file is the median of its rounds but for the
 * first third, in which Python reads modules and V8 compiles; what the very first took is printed beside it.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES } from '#test/recorded/fixtures.ts';
import { millionFloats } from './million-floats.ts';
import { type Sample, samples } from './samples.ts';
import {
  type Answer,
  CACHE,
  installedPeers,
  ours,
  PEERS,
  type Peer,
  type Scanner,
  startPeer,
} from './scanners.ts';

const ROUNDS = 60;
const ROUNDS_OF_FLOATS = 7;
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
  /** Of all files, in the first round. */
  readonly coldSeconds: number;
}

interface Named {
  readonly name: string;
  readonly scanner: Scanner;
}

const secondsOf = (answers: readonly Answer[]): number => sumOf(answers.map(({ seconds }) => seconds));

async function judgedByAll(
  scanners: readonly Named[],
  files: readonly string[],
  most: number,
): Promise<Judged[]> {
  const taking = scanners.map((each) => ({ ...each, rounds: [] as Answer[][] }));
  for (let round = 0; round < most; round++)
    for (const { scanner, rounds } of taking) {
      const taken = secondsOf(rounds.flat());
      if (rounds.length === 0 || taken + taken / rounds.length < MOST_SECONDS)
        rounds.push(await scanner.ask(files));
    }
  return taking.map(({ name, rounds }) => {
    const counted = rounds.slice(Math.floor(rounds.length / 3));
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
      coldSeconds: secondsOf(rounds[0] ?? []),
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
const scanners: readonly Named[] = [
  { name: 'aispm', scanner: ours },
  ...(Object.keys(PEERS) as Peer[]).map((name) => ({ name, scanner: startPeer(program('python'), name) })),
];
const [own, ...peers] = await judgedByAll(scanners, files, ROUNDS);
const [ownFloats, ...peersFloats] = await judgedByAll(scanners, [floats], ROUNDS_OF_FLOATS);
for (const { scanner } of scanners) scanner.end();
if (own === undefined || ownFloats === undefined) throw new Error('nobody judged');

console.table([own, ...peers].map((judged) => confusion(judged, found)));

const isJudged = ({ verdicts }: Judged, file: string): boolean =>
  !['error', 'skipped'].includes(verdicts.get(file) ?? 'error');
const secondsFor = ({ seconds }: Judged, of: readonly string[]): number =>
  sumOf(of.map((file) => seconds.get(file) ?? Number.NaN));

/** What a peer and this one take for the same files. */
function compared(peer: Judged, one: Judged, of: readonly string[]) {
  const [its, ownSeconds] = [secondsFor(peer, of), secondsFor(one, of)];
  return { its, ownSeconds, times: its / ownSeconds };
}
const comparisons = peers.map((peer, index) => {
  const both = files.filter((file) => isJudged(peer, file) && isJudged(own, file));
  return {
    peer,
    both,
    onFloats: compared(peersFloats[index] ?? peer, ownFloats, [floats]),
    onBoth: compared(peer, own, both),
    onAll: compared(peer, own, files),
  };
});
const milliseconds = (seconds: number): string => (seconds * 1000).toFixed(seconds < 1 ? 1 : 0);
console.log(
  `aispm takes ${milliseconds(secondsFor(ownFloats, [floats]))} ms for a million floats, and ${milliseconds(secondsFor(own, files))} ms for all ${files.length} samples, of ${own.rounds} rounds, the first of which took ${milliseconds(own.coldSeconds)} ms.`,
);
console.table(
  comparisons.map(({ peer, both, onFloats, onBoth, onAll }) => ({
    scanner: peer.name,
    rounds: peer.rounds,
    'floats, ms': milliseconds(onFloats.its),
    'floats, times ours': onFloats.times.toFixed(1),
    'judged by both': both.length,
    'both, ms': milliseconds(onBoth.its),
    'ours, ms': milliseconds(onBoth.ownSeconds),
    'both, times ours': onBoth.times.toFixed(2),
    'all, ms': milliseconds(onAll.its),
    'all, times ours': onAll.times.toFixed(2),
    'first round, ms': milliseconds(peer.coldSeconds),
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
