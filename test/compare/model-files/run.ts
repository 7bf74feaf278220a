/** `npm run compare:model-files`: what is said of the samples of others, by the repository that they come from. */
import { readFileSync } from 'node:fs';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { type Sample, samples } from './samples.ts';

export interface Judged {
  readonly sample: Sample;
  readonly inspection: Inspection;
  /** Imports that were expected and not named. */
  readonly missing: readonly string[];
}

export async function judgedSamples(of: readonly Sample[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const sample of of) {
    const inspection = await inspectModelFile(bytesInMemory(sample.path, readFileSync(sample.file)));
    const missing = sample.globals.filter((name) => !inspection.globals.includes(name));
    judged.push({ sample, inspection, missing });
  }
  return judged;
}

/** One row per repository and expectation. */
export function table(judged: readonly Judged[]): Record<string, string | number>[] {
  const groups = Map.groupBy(judged, ({ sample: { repository, expected } }) => `${repository} ${expected}`);
  return [...groups.values()].map((group) => {
    const count = (verdict: string): number =>
      group.filter(({ inspection }) => inspection.verdict === verdict).length;
    return {
      repository: group[0]?.sample.repository ?? '',
      expected: group[0]?.sample.expected ?? '',
      files: group.length,
      dangerous: count('dangerous'),
      review: count('review'),
      clean: count('clean'),
      'not complete': group.filter(({ inspection }) => inspection.status !== 'complete').length,
      'imports missing': group.filter(({ missing }) => missing.length > 0).length,
    };
  });
}

if (import.meta.main) {
  const found = samples();
  if (!found) {
    process.stdout.write('The samples are absent; AISPM_FIXTURES names their folder.\n');
    process.exit(0);
  }
  const judged = await judgedSamples(found);
  console.table(table(judged));
  const isAsExpected = ({ sample: { expected }, inspection: { verdict } }: Judged): boolean =>
    expected === 'benign' ? verdict === 'clean' : verdict === 'dangerous';
  for (const one of judged.filter((each) => !isAsExpected(each) || each.missing.length > 0))
    console.log(
      `${one.sample.expected} ${one.sample.path}: ${one.inspection.verdict}, ${one.inspection.status}${
        one.missing.length > 0 ? `, not named: ${one.missing.join(', ')}` : ''
      }${one.inspection.notRead[0] ? `, ${one.inspection.notRead[0].why}` : ''}`,
    );
}
