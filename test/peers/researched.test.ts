import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import { notCovered } from '#shared/checks/not-covered.ts';
import { azure, gcp } from './researched.ts';

const researched = { azure, gcp };

const RESEARCH = path.join(import.meta.dirname, '../../../shared/reference/azure-gcp.md');
const isThere = existsSync(RESEARCH);
if (!isThere)
  console.log('the research on Azure and Google Cloud is absent: only our side of it is looked at');

/** The numbers of the rows of the two tables, each from its heading to the next section. */
function numbersUnder(heading: string): number[] {
  const [, section = ''] = readFileSync(RESEARCH, 'utf8').split(`### ${heading}`);
  const [table = ''] = section.split(/^## /m);
  return [...table.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
}

const byCloud = [
  ['azure', '1a. Azure checks', 76],
  ['gcp', '3a. GCP checks', 55],
] as const;

describe.each(byCloud)('what research found worth checking in %s', (cloud, heading, size) => {
  const without = new Map(
    notCovered.flatMap(({ peers, reason }) =>
      (peers.research ?? []).flatMap((id) => {
        const [of, number] = id.split(' ');
        return of === cloud ? [[Number(number), reason] as const] : [];
      }),
    ),
  );

  it('has a check or a reason, number by number', () => {
    const numbers = isThere ? numbersUnder(heading) : Array.from({ length: size }, (_, index) => index + 1);
    expect(numbers).toHaveLength(size);
    const unanswered = numbers.filter((number) => !researched[cloud][number]?.length && !without.has(number));
    expect(unanswered).toEqual([]);
    console.log(
      `${cloud}: ${size} numbered, ${size - without.size} with a check, ${without.size} with a reason`,
    );
  });

  it('is looked for by checks that there are', () => {
    const ids = new Set(checks.map(({ id }) => id));
    const missing = Object.values(researched[cloud])
      .flat()
      .filter((id) => !ids.has(`${cloud}.${id}`));
    expect(missing).toEqual([]);
  });
});
