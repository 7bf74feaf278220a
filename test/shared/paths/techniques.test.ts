import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { estateAccess } from '#shared/access/estate.ts';
import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import { Analysis } from '#shared/paths/analyse.ts';
import { techniques } from '#shared/paths/index.ts';
import { verdictsOf } from '#shared/paths/judge-techniques.ts';
import type { Technique } from '#shared/paths/technique.ts';
import { assetsOf, type TechniqueExamples } from './estate.ts';

const here = import.meta.dirname;
const fileOf = ({ id }: Technique): string => `${id.replaceAll('.', '/')}.ts`;

const analysisOf = (assets: readonly Asset[], technique: Technique): Analysis =>
  new Analysis({
    assets,
    access: estateAccess(assets),
    techniques: [technique],
    at: new Date('2026-07-01T00:00:00.000Z'),
  });

function judged(assets: readonly Asset[], technique: Technique, target: string) {
  const analysis = analysisOf(assets, technique);
  const verdict = verdictsOf(analysis.judged, analysis.access).find(
    ({ assetId }) => comparableId(assetId) === comparableId(target),
  );
  const reach = analysis.judged.find(
    ({ target: { id } }) => comparableId(id) === comparableId(target),
  )?.reach;
  const numbers = reach?.kind === 'held' ? [...reach.unmeant.yes, ...reach.unmeant.conditional] : [];
  return { verdict, who: numbers.map((number) => analysis.access.principals[number]?.id) };
}

describe.each(techniques)('$id', (technique) => {
  it('has an estate in which it works, and one that misses it by one thing', async () => {
    expect(existsSync(path.join(here, fileOf(technique)))).toBe(true);
    const examples = (await import(`./${fileOf(technique)}`)).default as TechniqueExamples;
    const [works, misses] = [assetsOf(examples.path), assetsOf(examples.nearMiss)];

    const found = judged(works, technique, examples.target);
    expect(found.verdict, 'a verdict on the target').toMatchObject({ judgement: 'fail' });
    expect(found.verdict?.evidence).not.toHaveLength(0);
    if (examples.by !== undefined)
      expect(found.who.map((id) => id?.toLowerCase())).toContain(examples.by.toLowerCase());

    const missed = judged(misses, technique, examples.target);
    if (missed.verdict?.judgement === 'fail')
      expect(missed.who.map((id) => id?.toLowerCase())).not.toContain(examples.by?.toLowerCase());
    if (examples.by === undefined) expect(missed.verdict?.judgement).not.toBe('fail');
  });

  it('gives the places and the words that a reader needs', () => {
    expect(technique.title).not.toMatch(/\.$/);
    expect(technique.why).toMatch(/\.$/);
    // What is open to everybody is no path of the research, but where paths begin.
    if (technique.by !== 'outside') expect(technique.reference).not.toHaveLength(0);
    expect(technique.source.length).toBeGreaterThan(10);
    expect(technique.fix.console.length).toBeGreaterThan(10);
    expect(technique.fix.cli).toMatch(/^(?:aws|az|gcloud|curl|#|terraform|bq|gsutil|kubectl)\b/);
  });
});

describe('the research', () => {
  const research = path.join(here, '../../../../shared/reference/paths.json');
  it.skipIf(!existsSync(research))('has a technique for each path; those that are only inferred too', () => {
    const paths = JSON.parse(readFileSync(research, 'utf8')) as { id: string; basis: 'D' | 'V' | 'I' }[];
    const covered = new Map(
      techniques.flatMap((technique) => technique.reference.map((id) => [id, technique] as const)),
    );
    expect(paths.length).toBe(94);
    expect(paths.map(({ id }) => id).filter((id) => !covered.has(id) && !LEFT_OUT.has(id))).toEqual([]);
  });

  it('knows no estate of a technique that is gone', () => {
    const known = new Set(techniques.map(fileOf));
    const estates = globSync('{aws,azure,gcp,cross}/*/*.ts', { cwd: here });
    expect(estates.filter((file) => !known.has(file))).toEqual([]);
  });
});

/** Paths that no technique covers, with the reason. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['X-04', 'secrets are dropped when they are read, and so there is nothing to tell whose key one is'],
]);
