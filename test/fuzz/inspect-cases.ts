/** Inspects mutated files one after the other, in a process of its own, and tells of each before and after. */
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { mutated, randomOf } from './mutate.ts';
import { seeds } from './seeds.ts';

export interface Told {
  readonly begins?: number;
  readonly ended?: {
    readonly number: number;
    readonly milliseconds: number;
    readonly mebibytes: number;
    readonly format: string;
    /** What is wrong with the answer. */
    readonly wrong?: string;
  };
}

const { own, others } = seeds();

/** The file of a case. */
export function caseOf(number: number): { readonly name: string; readonly bytes: Uint8Array } {
  const random = randomOf(number * 2_654_435_761);
  // The samples are many and of few kinds: half of the cases begin with a file of our own.
  const pick = () => {
    const files = others.length > 0 && random(2) === 0 ? others : own;
    return files[random(files.length)] as (typeof files)[number];
  };
  const base = pick();
  const other = pick();
  return { name: `${base.name} #${number}`, bytes: mutated(base.bytes, other.bytes, random) };
}

/** What holds of every answer. */
function wrongWith({
  status,
  verdict,
  notRead,
  observations,
  bytes,
  bytesRead,
}: Inspection): string | undefined {
  if (status !== 'complete' && verdict === 'clean') return 'it is clean and was not read to the end';
  if (status !== 'complete' && notRead.length === 0) return 'it is not complete and does not say why';
  if (observations.some(({ text, call = '' }) => text.length > 400 || call.length > 400))
    return 'an observation is as long as the file says';
  if (bytes !== undefined && bytesRead > 4 * bytes + 65_536) return 'more is read than there is';
  return undefined;
}

if (process.send) {
  const [first = 0, step = 1] = process.argv.slice(2).map(Number);
  const tell = (told: Told): Promise<void> =>
    new Promise((resolve) => {
      process.send?.(told, undefined, undefined, () => resolve());
    });
  for (let number = first; ; number += step) {
    const { name, bytes } = caseOf(number);
    await tell({ begins: number });
    const begin = performance.now();
    const inspection = await inspectModelFile(bytesInMemory(name, bytes));
    const milliseconds = performance.now() - begin;
    const wrong = wrongWith(inspection);
    await tell({
      ended: {
        number,
        milliseconds,
        mebibytes: process.memoryUsage().rss / 2 ** 20,
        format: inspection.formats.join('+') || 'none',
        ...(wrong ? { wrong } : {}),
      },
    });
  }
}
