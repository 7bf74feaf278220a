import { describe, expect, it } from 'vitest';
import { Risk } from '#shared/model/risk.ts';
import { pathRisk, riskiestFirst } from '#shared/risk/path-risk.ts';
import { examplePath, exampleStep } from '../paths/example-path.ts';

describe('the risk of a path', () => {
  it('multiplies worth, openness, ease and confidence', () => {
    const path = examplePath({
      cost: 10,
      steps: [exampleStep({ access: 'conditional', basis: 'vendor' })],
      confidence: 0.9,
    });
    const { score, terms } = Risk.parse(pathRisk(path));
    expect(
      [terms.severity, terms.exposure, terms.reach, terms.confidence].map(({ factor }) => factor),
    ).toEqual([0.765, 1, 0.5, 0.63]);
    expect(score).toBe(24.1);
    expect(terms.confidence.because).toContain('1 of 1 only under conditions');
  });

  it('is not the sum of its steps: one more makes it harder, never worse', () => {
    const one = examplePath({ cost: 2, steps: [exampleStep()] });
    const three = examplePath({ cost: 6, steps: [exampleStep(), exampleStep(), exampleStep()] });
    expect(pathRisk(three).score).toBeLessThan(pathRisk(one).score);
    expect(pathRisk(three).score).toBeGreaterThan(0);
  });

  it('is as unsure as the path says where its steps would be surer', () => {
    const path = examplePath({ confidence: 0.3, steps: [exampleStep({ basis: 'documented' })] });
    expect(pathRisk(path).terms.confidence.factor).toBe(0.3);
  });

  it('puts a path to credentials from outside before one to a model that may be called', () => {
    const credentials = examplePath({ id: 'b' });
    const path = { ...credentials, target: { ...credentials.target, kind: 'credentials-vault' as const } };
    const use = { ...credentials, id: 'a', target: { ...credentials.target, hold: 'use' as const } };
    expect([use, path].sort(riskiestFirst).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
