import { describe, expect, it } from 'vitest';
import { judgedSamples } from '#test/compare/model-files/run.ts';
import { samples } from '#test/compare/model-files/samples.ts';
import { ABSENT } from '#test/recorded/fixtures.ts';

const found = samples();

describe.skipIf(!found)(`samples of others (${found ? `${found.length} files` : ABSENT})`, async () => {
  const judged = await judgedSamples(found ?? []);
  const of = (expected: string) => judged.filter(({ sample }) => sample.expected === expected);

  it('are never clean where an import makes them malicious, and nearly always dangerous', () => {
    const malicious = of('malicious').filter(({ sample }) => sample.globals.length > 0);
    expect(malicious.length).toBeGreaterThan(50);
    const named = (verdict: string) => malicious.filter(({ inspection }) => inspection.verdict === verdict);
    expect(named('clean').map(({ sample }) => sample.path)).toEqual([]);
    expect(named('dangerous').length / malicious.length).toBeGreaterThanOrEqual(0.98);
  });
  it('have their imports named', () => {
    const missing = of('malicious').filter((each) => each.missing.length > 0);
    expect(missing.map(({ sample }) => sample.path)).toEqual([]);
  });
  it('are never dangerous where they are benign, and seldom for review', () => {
    const benign = of('benign');
    expect(benign.length).toBeGreaterThan(200);
    const judgedAs = (verdict: string) => benign.filter(({ inspection }) => inspection.verdict === verdict);
    expect(judgedAs('dangerous').map(({ sample }) => sample.path)).toEqual([]);
    expect(judgedAs('review').length / benign.length).toBeLessThanOrEqual(0.03);
  });
});
