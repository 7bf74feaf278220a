import * as z from 'zod';
import { openTerminal } from '#test/cli/terminal.ts';
import type { Checkpoint, Nature } from './checkpoint.ts';
import type { Store } from './stores/store.ts';

/** What one inspection of a checkpoint took, and what came of it. */
export interface Measured {
  readonly checkpoint: string;
  readonly nature: Nature;
  readonly store: string;
  /** Of all of its files. */
  readonly size: number;
  /** Of the bodies that the store sent, by its own count. */
  readonly bytes: number;
  readonly percent: number;
  readonly requests: number;
  /** Of several inspections, the one in the middle. */
  readonly milliseconds: number;
  /** The worst of its files. */
  readonly verdict: string;
  readonly status: string;
}

const Report = z.looseObject({
  inspections: z
    .array(
      z.looseObject({
        name: z.string(),
        status: z.enum(['complete', 'partial', 'error']),
        verdict: z.enum(['clean', 'review', 'dangerous']),
        bytesRead: z.number(),
      }),
    )
    .min(1),
});

const worst = <Value>(values: readonly Value[], order: readonly Value[]): Value =>
  values.reduce((one, other) => (order.indexOf(other) > order.indexOf(one) ? other : one));

/** Puts a checkpoint into the store and inspects it there, as `aispm inspect` does, `times` times. */
export async function measure(
  checkpoint: Checkpoint,
  nature: Nature,
  store: Store,
  times: number,
): Promise<Measured> {
  const files = checkpoint.files(nature);
  const folder = `${checkpoint.id}-${nature}`;
  for (const [name, content] of files) await store.put(`${folder}/${name}`, content);
  const [only] = files.keys();
  const target = `${store.place}/${folder}/${files.size === 1 ? only : ''}`;
  const terminal = await openTerminal([], async () => store.bucket);
  try {
    const runs = [];
    for (let time = 0; time < times; time++) {
      store.served();
      const began = performance.now();
      const { stdout, stderr } = await terminal.aispm('inspect', target, '--json');
      const milliseconds = performance.now() - began;
      if (stdout === '') throw new Error(stderr);
      runs.push({ milliseconds, ...store.served(), report: Report.parse(JSON.parse(stdout)) });
    }
    runs.sort((one, other) => one.milliseconds - other.milliseconds);
    const median = runs[Math.floor(runs.length / 2)];
    if (median === undefined) throw new Error('it was not inspected at all');
    const { report, bytes, requests, milliseconds } = median;
    const size = [...files.values()].reduce((sum, content) => sum + content.size, 0);
    return {
      checkpoint: checkpoint.id,
      nature,
      store: store.place,
      size,
      bytes,
      percent: (100 * bytes) / size,
      requests,
      milliseconds,
      verdict: worst(
        report.inspections.map(({ verdict }) => verdict),
        ['clean', 'review', 'dangerous'],
      ),
      status: worst(
        report.inspections.map(({ status }) => status),
        ['complete', 'partial', 'error'],
      ),
    };
  } finally {
    await terminal.close();
  }
}
