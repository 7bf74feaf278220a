import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RISK_TERMS, Risk, type RiskTerm } from '#shared/model/risk.ts';
import { SEVERITIES, severityRank } from '#shared/model/severity.ts';
import type { BlastRadius } from '#shared/paths/attack-path.ts';
import { CONFIDENCE } from '#shared/paths/technique.ts';
import {
  CONDITIONAL_FACTOR,
  EXPOSURE_FACTOR,
  findingRisk,
  REACH_FACTOR,
  SEVERITY_FACTOR,
  scoreOf,
  withSeverity,
} from '#shared/risk/finding-risk.ts';
import { scored } from '#shared/risk/score.ts';
import { type Exposure, type Nearness, type Reach, reachOf } from '#shared/risk/standing.ts';

const keys = <Key extends string>(of: Readonly<Record<Key, number>>) => Object.keys(of) as Key[];

const factor = fc.double({ min: 0.001, max: 1, noNaN: true });
const terms = fc
  .record({ severity: factor, exposure: factor, reach: factor, confidence: factor })
  .map(
    (factors) =>
      Object.fromEntries(
        RISK_TERMS.map((term) => [term, { factor: factors[term], because: term }]),
      ) as Record<(typeof RISK_TERMS)[number], RiskTerm>,
  );

describe('a score', () => {
  it('is a risk between 0 and 100 that its own factors multiply to', () => {
    fc.assert(
      fc.property(terms, (of) => {
        const risk = Risk.parse(scored(of));
        const product = RISK_TERMS.reduce((score, term) => score * risk.terms[term].factor, 100);
        expect(risk.score).toBeCloseTo(product, 0);
        expect(Math.abs(risk.score - product)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });

  it.each(RISK_TERMS)('never falls when %s rises', (term) => {
    fc.assert(
      fc.property(terms, factor, (of, other) => {
        const [low, high] = [of[term].factor, other].sort((a, b) => a - b) as [number, number];
        const at = (value: number) => scored({ ...of, [term]: { factor: value, because: '' } }).score;
        expect(at(high)).toBeGreaterThanOrEqual(at(low));
      }),
    );
    const one = { factor: 1, because: '' };
    const half = {
      severity: one,
      exposure: one,
      reach: one,
      confidence: one,
      [term]: { ...one, factor: 0.5 },
    };
    expect(scored(half).score).toBe(50);
  });
});

const exposures = fc.record({
  nearness: fc.constantFrom<Nearness>(...keys(EXPOSURE_FACTOR)),
  access: fc.constantFrom<Exposure['access']>('yes', 'conditional'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});
const standings = fc.record({ exposure: exposures, reach: fc.constantFrom<Reach>(...keys(REACH_FACTOR)) });
const bases = fc.constantFrom(...keys(CONFIDENCE), undefined);
const severities = fc.constantFrom(...SEVERITIES);

describe('the risk of a finding', () => {
  it('fits the schema and gives a reason for every term', () => {
    fc.assert(
      fc.property(severities, standings, bases, (severity, standing, basis) => {
        const risk = Risk.parse(findingRisk({ severity }, standing, basis));
        for (const term of RISK_TERMS) expect(risk.terms[term].because).not.toBe('');
      }),
    );
  });

  it('rises with the severity', () => {
    fc.assert(
      fc.property(severities, severities, standings, bases, (a, b, standing, basis) => {
        fc.pre(severityRank(a) < severityRank(b));
        const score = (severity: typeof a) => findingRisk({ severity }, standing, basis).score;
        expect(score(b)).toBeGreaterThanOrEqual(score(a));
      }),
    );
  });

  it('ranks an open notebook that holds weights above one that nobody gets to', () => {
    const exposed = (nearness: Nearness): Exposure => ({ nearness, access: 'yes', confidence: 1 });
    const medium = findingRisk(
      { severity: 'medium' },
      { exposure: exposed('outside'), reach: 'models-and-data' },
    );
    const high = findingRisk({ severity: 'high' }, { exposure: exposed('not-reachable'), reach: 'nothing' });
    expect(medium.score).toBe(42.5);
    expect(high.score).toBe(4.5);
  });

  it('lies between open and insider where nothing is known', () => {
    const at = (nearness: Nearness) =>
      findingRisk(
        { severity: 'high' },
        { exposure: { nearness, access: 'yes', confidence: 1 }, reach: 'nothing' },
      ).score;
    expect(at('unknown')).toBeGreaterThan(at('insider'));
    expect(at('unknown')).toBeLessThan(at('federated'));
  });

  it('is never as sure of conditional access as of access', () => {
    const exposure = { nearness: 'outside', access: 'conditional', confidence: 0.9 } as const;
    const { confidence } = findingRisk(
      { severity: 'high' },
      { exposure, reach: 'nothing' },
      'inferred',
    ).terms;
    expect(confidence).toEqual({
      factor: 0.315,
      because:
        'the technique is concluded from permissions, and nobody is known to have tried it; access is conditional; the way to it is 90 % sure',
    });
  });

  it('does not weigh a way that is not there', () => {
    const exposure = { nearness: 'not-reachable', access: 'conditional', confidence: 0.2 } as const;
    expect(findingRisk({ severity: 'high' }, { exposure, reach: 'nothing' }).terms.confidence.factor).toBe(1);
  });

  it('follows the severity until the standing is looked at again', () => {
    fc.assert(
      fc.property(severities, severities, standings, bases, (before, after, standing, basis) => {
        expect(withSeverity(findingRisk({ severity: before }, standing, basis), after)).toEqual(
          findingRisk({ severity: after }, standing, basis),
        );
      }),
    );
  });

  it('ranks by the score on record, and without one by the base', () => {
    const risk = findingRisk(
      { severity: 'low' },
      { exposure: { nearness: 'outside', access: 'yes', confidence: 1 }, reach: 'everything' },
    );
    expect(scoreOf({ severity: 'low', risk })).toBe(25);
    expect(SEVERITIES.map((severity) => scoreOf({ severity }))).toEqual([1.8, 9, 18, 27, 36]);
  });
});

const radius = (difference: Partial<BlastRadius>): BlastRadius => ({
  assetId: 'a',
  targets: [],
  assets: [],
  identities: 0,
  sensitivity: [],
  ...difference,
});

describe('the reach of an asset', () => {
  it.each<[string, Reach, Partial<BlastRadius>]>([
    ['nothing else', 'nothing', {}],
    [
      'an asset that is counted none times',
      'nothing',
      { assets: [{ type: 'aws.s3.bucket', hold: 'read', count: 0 }] },
    ],
    ['a bucket', 'something', { assets: [{ type: 'aws.s3.bucket', hold: 'read', count: 1 }] }],
    ['an identity', 'something', { identities: 1 }],
    [
      'weights that it may only call',
      'something',
      { targets: [{ kind: 'model-weights', hold: 'use', count: 9 }] },
    ],
    ['weights', 'models-and-data', { targets: [{ kind: 'model-weights', hold: 'read', count: 1 }] }],
    [
      'credentials beside data',
      'everything',
      {
        targets: [
          { kind: 'training-data', hold: 'read', count: 40 },
          { kind: 'credentials-vault', hold: 'read', count: 1 },
        ],
      },
    ],
  ])('with %s is %s', (_what, expected, difference) => {
    expect(reachOf(radius(difference))).toBe(expected);
  });
});

describe('docs/risk.md', () => {
  const page = readFileSync(new URL('../../../docs/risk.md', import.meta.url), 'utf8');
  it.each(Object.entries({ ...SEVERITY_FACTOR }))('says that severity %s is %d', (name, value) =>
    expect(page).toContain(`| ${name} | ${value} |`),
  );
  it.each([...Object.entries(EXPOSURE_FACTOR), ...Object.entries(REACH_FACTOR)])(
    'says that %s is %d',
    (name, value) => expect(page).toMatch(new RegExp(`^\\| ${name}: .* \\| ${value} \\|$`, 'm')),
  );
  it('says how sure each basis and conditional access are', () => {
    const { documented, vendor, inferred } = CONFIDENCE;
    expect(page.replaceAll('\n', ' ')).toContain(
      `documented ${documented}, said by the vendor ${vendor}, inferred ${inferred}.`,
    );
    expect(page).toContain(`multiplied by ${CONDITIONAL_FACTOR}`);
  });
});
