import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import type { ModelFormat } from '#shared/model-files/format.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';

export const inspectBytes = (bytes: Uint8Array, format?: ModelFormat): Promise<Inspection> =>
  inspectModelFile(bytesInMemory('model', bytes), format === undefined ? {} : { formats: [format] });

/** A format that is asked whether it claims the file or not, so that its parser meets what it would refuse. */
export const unconditionally = (format: ModelFormat): ModelFormat => ({ ...format, claims: () => true });

/** A sequence of numbers from 0 to 2³² that is the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

/** What becomes of a file that is cut at every byte, and of one in which bytes are other ones. */
export async function damaged(file: Uint8Array, format: ModelFormat, flips = 400): Promise<Inspection[]> {
  const always = unconditionally(format);
  const seen: Inspection[] = [];
  const step = Math.max(1, Math.floor(file.length / 1500));
  for (let length = 0; length < file.length; length += step)
    seen.push(await inspectBytes(file.subarray(0, length), always));
  const random = seeded(file.length);
  for (let count = 0; count < flips; count++) {
    const changed = Uint8Array.from(file);
    for (let flip = 0; flip <= count % 4; flip++) changed[random() % file.length] = random() & 0xff;
    seen.push(await inspectBytes(changed, always));
  }
  return seen;
}

/** `rule effect` of everything that was observed. */
export const rulesOf = ({ observations }: Inspection): string[] =>
  observations.map(({ rule, effect }) => `${rule} ${effect}`);
