import { type ByteSource, LimitReached, SourceChanged, SourceUnreadable } from './bytes/byte-source.ts';
import { cached } from './bytes/cached.ts';
import { DEFAULT_LIMITS, type Limits, Spending } from './bytes/limits.ts';
import type { Inspecting, ModelFormat } from './format.ts';
import { formats as everyFormat } from './formats/index.ts';
import { Head } from './head.ts';
import type { FileStatus, FileVerdict, Inspection, NotRead, Observation } from './inspection.ts';

export interface InspectOptions {
  readonly limits?: Partial<Limits>;
  readonly formats?: readonly ModelFormat[];
}

/** The formats in the order in which they are asked. */
const inOrder = (formats: readonly ModelFormat[]) => ({
  ordinary: formats.filter(({ isLastResort }) => isLastResort !== true),
  lastResorts: formats.filter(({ isLastResort }) => isLastResort === true),
});
const EVERY = inOrder(everyFormat);

const HEAD_BYTES = 4096;
const LONGEST_TEXT = 400;
const shortened = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;

/** A name may be 64 KiB long, and stands with every observation. */
const LONGEST_NAME = 300;
/** More of one rule in one member are counted and not kept. */
const MOST_OF_A_RULE = 100;

/**
 * What loading a model file would do, from the bytes that decide. Nothing of it is executed. Errors of reading are part
 * of the result; what is thrown is a bug.
 */
export async function inspectModelFile(
  source: ByteSource,
  { limits, formats = everyFormat }: InspectOptions = {},
): Promise<Inspection> {
  const begin = performance.now();
  const spending = new Spending({ ...DEFAULT_LIMITS, ...limits });
  const observations: Observation[] = [];
  const notRead: NotRead[] = [];
  const globals = new Set<string>();
  const counts = new Map<string, number>();
  const claimed: string[] = [];
  const { ordinary, lastResorts } = formats === everyFormat ? EVERY : inOrder(formats);
  let status: FileStatus = 'complete';

  const missed = (within: readonly string[], why: string): void => {
    if (status === 'complete') status = 'partial';
    if (notRead.length < MOST_OF_A_RULE) notRead.push({ within, why });
  };
  const observe = (seen: Observation): void => {
    const key = [seen.rule, seen.global ?? '', ...seen.within].join('\n');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > MOST_OF_A_RULE) return;
    // Both may hold what a file says, and a file may say a great deal.
    const { text, call } = seen;
    observations.push({
      ...seen,
      text: shortened(text),
      ...(call === undefined ? {} : { call: shortened(call) }),
    });
  };

  async function claimingOf(at: ByteSource, depth: number, headBytes: number): Promise<ModelFormat[]> {
    const head = new Head(at, await at.read(0, headBytes), depth);
    const claiming: ModelFormat[] = [];
    for (const asked of [ordinary, lastResorts]) {
      for (const format of asked) {
        const claim = format.claims(head);
        if (claim === true || (claim !== false && (await claim))) claiming.push(format);
      }
      if (claiming.length > 0) break;
    }
    return claiming;
  }

  /** The formats that claim it. */
  async function look(
    at: ByteSource,
    within: readonly string[],
    depth: number,
    headBytes = HEAD_BYTES,
  ): Promise<readonly string[]> {
    let claiming: ModelFormat[] = [];
    try {
      claiming = await claimingOf(at, depth, headBytes);
      // What a short head suggests, a whole one has to confirm.
      if (headBytes < HEAD_BYTES && claiming.length > 0) claiming = await claimingOf(at, depth, HEAD_BYTES);
      if (depth === 0) claimed.push(...claiming.map(({ id }) => id));
      if (claiming.length === 0 && depth === 0) missed(within, 'it is of no format that is known');
      for (const format of claiming) await format.inspect(at, inspectingOf(within, depth));
    } catch (error) {
      // Nothing that was found belongs to one version.
      if (error instanceof SourceChanged) status = 'error';
      else if (error instanceof SourceUnreadable) {
        if (depth === 0 && observations.length === 0) status = 'error';
      } else if (!(error instanceof LimitReached)) throw error;
      missed(within, error.message);
    }
    return claiming.map(({ id }) => id);
  }

  function inspectingOf(within: readonly string[], depth: number): Inspecting {
    return {
      spending,
      depth,
      within,
      observe: (seen) => observe({ ...seen, within }),
      missed: (why) => missed(within, why),
      imports: (global) => {
        globals.add(global);
      },
      async member(name, member, { headBytes } = {}) {
        const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
        const inner = [...within, shown];
        if (depth + 1 > spending.limits.depth) {
          missed(inner, `it lies ${depth + 1} archives deep, of at most ${spending.limits.depth}`);
          return [];
        }
        return await look(member, inner, depth + 1, headBytes);
      },
    };
  }

  let bytesRead = (): number => 0;
  if (source.size === 0) missed([], 'it is empty');
  else {
    const reading = source.size === undefined ? source : cached(source, spending);
    if ('bytesRead' in reading) bytesRead = reading.bytesRead as () => number;
    await look(reading, [], 0);
  }
  return {
    name: source.name,
    ...(source.version === undefined ? {} : { version: source.version }),
    bytes: source.size,
    bytesRead: bytesRead(),
    milliseconds: performance.now() - begin,
    formats: claimed,
    status,
    notRead,
    verdict: verdictOf(observations, status),
    observations,
    globals: [...globals].sort(),
  };
}

/** Partial is never clean: what was not read may decide. */
export function verdictOf(observations: readonly Observation[], status: FileStatus): FileVerdict {
  if (observations.some(({ effect }) => effect === 'dangerous')) return 'dangerous';
  if (status !== 'complete' || observations.some(({ effect }) => effect === 'review')) return 'review';
  return 'clean';
}
