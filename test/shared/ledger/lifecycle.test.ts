import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateOf } from '#shared/ledger/gate.ts';
import {
  decide,
  type Failure,
  type Remembered,
  type Sighting,
  suppressed,
} from '#shared/ledger/lifecycle.ts';
import { Outcome } from '#shared/model/coverage.ts';
import { changeBetween, Finding, findingId } from '#shared/model/finding.ts';
import { SEVERITIES } from '#shared/model/severity.ts';
import {
  arn,
  CHECK,
  DESCRIBE,
  evidenceOf,
  hour,
  LIST,
  NOTEBOOK,
  rules,
  scanAt,
  scope,
} from './paper-cloud.ts';

const failure: Failure = {
  checkId: CHECK,
  title: 'A title',
  severity: 'high',
  scope,
  asset: { id: arn('a'), type: NOTEBOOK, name: 'a' },
  evidence: evidenceOf('Enabled'),
};
const failing = (more: Partial<Failure> = {}): Sighting => ({
  kind: 'failing',
  failure: { ...failure, ...more },
});
const over: Sighting = { kind: 'over', resolution: 'passed' };
const unseen: Sighting = { kind: 'unseen' };
const moment = (at: number) => ({ at: hour(at), scanId: `scan-${at}` });

const must = (remembered: Remembered | undefined): Remembered => {
  if (!remembered) throw new Error('nothing was decided');
  return remembered;
};
const open = must(decide(undefined, failing(), moment(1)));
const resolved = must(decide(open, over, moment(2)));
const hushed = must(suppressed(open, { owner: 'Ada', reason: 'accepted', at: hour(1), until: hour(5) }));
const hushedThenFixed = must(decide(hushed, over, moment(2)));

describe('one step in a finding’s life', () => {
  it.each([
    ['nothing', undefined, failing(), 3, 'open', 'opened'],
    ['nothing', undefined, over, 3, undefined, undefined],
    ['nothing', undefined, unseen, 3, undefined, undefined],
    ['open', open, failing(), 3, undefined, undefined],
    ['open', open, failing({ evidence: evidenceOf('other') }), 3, 'open', 'changed'],
    ['open', open, failing({ severity: 'low' }), 3, 'open', 'changed'],
    ['open', open, failing({ title: 'Another' }), 3, 'open', undefined],
    ['open', open, over, 3, 'resolved', 'resolved'],
    ['open', open, unseen, 3, undefined, undefined],
    ['open', open, over, 0, undefined, undefined],
    ['resolved', resolved, failing(), 3, 'open', 'reopened'],
    ['resolved', resolved, failing(), 1, undefined, undefined],
    ['resolved', resolved, over, 3, undefined, undefined],
    ['resolved', resolved, unseen, 3, undefined, undefined],
    ['suppressed', hushed, failing(), 4, undefined, undefined],
    ['suppressed', hushed, failing({ severity: 'critical' }), 4, 'suppressed', undefined],
    ['suppressed', hushed, failing(), 5, 'open', 'unsuppressed'],
    ['suppressed', hushed, unseen, 4, undefined, undefined],
    ['suppressed', hushed, unseen, 5, 'open', 'unsuppressed'],
    ['suppressed', hushed, over, 4, 'resolved', 'resolved'],
    ['fixed while suppressed', hushedThenFixed, failing(), 4, 'suppressed', undefined],
    ['fixed while suppressed', hushedThenFixed, failing(), 5, 'open', 'reopened'],
    ['fixed while suppressed', hushedThenFixed, unseen, 6, undefined, undefined],
  ] as const)('%s (row %#)', (_state, before, sighting, at, status, change) => {
    const after = decide(before, sighting, moment(at));
    expect(after?.finding.status).toBe(status);
    expect(after && changeBetween(before?.finding, after.finding)?.kind).toBe(change);
    if (after) expect(Finding.parse(after.finding)).toEqual(after.finding);
  });

  it('dates what became worse, and not what became better', () => {
    const worse = must(decide(open, failing({ severity: 'critical' }), moment(3)));
    expect(worse.finding.worsenedAt).toBe(hour(3));
    const better = must(decide(worse, failing({ severity: 'low' }), moment(4)));
    expect(better.finding).toMatchObject({ worsenedAt: hour(3), changedAt: hour(4) });
  });

  it('forgets an owner that the asset no longer names', () => {
    const owned = must(decide(undefined, failing({ owner: 'Ada' }), moment(1)));
    expect(must(decide(owned, failing(), moment(2))).finding).not.toHaveProperty('owner');
  });
});

const anySighting: fc.Arbitrary<Sighting> = fc.oneof(
  fc
    .record({
      severity: fc.constantFrom(...SEVERITIES),
      evidence: fc.constantFrom(evidenceOf('a'), evidenceOf('b'), []),
      title: fc.constantFrom('One', 'Two'),
    })
    .map(failing),
  fc.constantFrom<Sighting>(over, { kind: 'over', resolution: 'asset-gone' }, unseen),
);
/** A history: what was seen when, in any order, with a person who suppresses now and then. */
const anyHistory = fc.array(
  fc.record({ sighting: anySighting, at: fc.integer({ min: 0, max: 23 }), hush: fc.boolean() }),
  { maxLength: 12 },
);

describe('whatever is seen in whatever order', () => {
  it('tells nothing twice, never moves first seen, and counts versions one by one', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let now: Remembered | undefined;
        for (const { sighting, at, hush } of history) {
          const after = decide(now, sighting, moment(at));
          if (after) {
            expect(after.finding.version).toBe((now?.finding.version ?? 0) + 1);
            expect(after.finding.firstSeenAt).toBe(now?.finding.firstSeenAt ?? hour(at));
            expect(after.finding.changedAt >= (now?.finding.changedAt ?? '')).toBe(true);
            expect(after.observedAt >= (now?.observedAt ?? '')).toBe(true);
            expect(Finding.safeParse(after.finding).success).toBe(true);
            now = after;
          }
          expect(decide(now, sighting, moment(at))).toBeUndefined();
          const suppression = { owner: 'Ada', reason: 'accepted', at: hour(at), until: hour(23) };
          now = (hush && now && suppressed(now, suppression)) || now;
        }
      }),
    );
  });
});

describe('the gate', () => {
  const finding = open.finding;
  const outcomes = fc.constantFrom<Outcome | 'missing'>(...Outcome.options, 'missing');

  it('lets nothing be resolved, and no asset go, without complete coverage', () => {
    fc.assert(
      fc.property(
        outcomes,
        outcomes,
        fc.constantFrom('closed', 'irrelevant', 'unreadable', undefined),
        (list, describe, state) => {
          const seen = { at: 2, not: { [LIST]: list, [DESCRIBE]: describe } };
          const gate = gateOf(scanAt({ ...seen, notebooks: state ? { a: state } : {} }), rules);
          const isWhole = list === 'complete' && describe === 'complete';
          const settled = isWhole && state !== 'unreadable';
          expect(gate.sighting(finding).kind).toBe(settled ? 'over' : 'unseen');
          expect(gate.isGone({ id: arn('a'), type: NOTEBOOK })).toBe(list === 'complete' && !state);
          expect(gate.wasReadFor(CHECK)).toBe(isWhole);
        },
      ),
    );
  });

  it('takes no asset for gone whose type nobody lists', () => {
    const gate = gateOf(scanAt({ at: 2 }), rules);
    expect(gate.isGone({ id: 'x', type: 'aws.unknown.type' })).toBe(false);
    expect(gate.sighting({ ...finding, asset: { ...finding.asset, type: 'aws.unknown.type' } }).kind).toBe(
      'unseen',
    );
  });

  it('lets the graver of two verdicts of one check count', () => {
    const observation = scanAt({ at: 2, notebooks: { a: 'open' } });
    const [fails] = observation.verdicts;
    if (!fails) throw new Error('no verdict');
    const passes = { ...fails, judgement: 'pass' } as const;
    for (const verdicts of [
      [fails, passes],
      [passes, fails],
    ])
      expect([
        ...gateOf({ ...observation, verdicts }, rules)
          .failures(() => undefined)
          .keys(),
      ]).toEqual([findingId(CHECK, arn('a'))]);
  });

  it('stops at a verdict of a check that does not exist', () => {
    const observation = scanAt({ at: 2, notebooks: { a: 'open' } });
    const gate = gateOf(observation, { ...rules, checks: () => undefined });
    expect(() => gate.failures(() => undefined)).toThrow(/not among the checks/);
  });
});

describe('the change between two versions', () => {
  it('is none when a version is replayed or an older one arrives late', () => {
    expect(changeBetween(open.finding, open.finding)).toBeUndefined();
    expect(changeBetween(resolved.finding, open.finding)).toBeUndefined();
  });

  it('does not take reordered evidence for news', () => {
    const [a, b] = [...evidenceOf('a'), ...evidenceOf('b')];
    if (!a || !b) throw new Error('no evidence');
    const before = { ...open.finding, evidence: [a, b] };
    const after = { ...open.finding, evidence: [b, a], version: 2, changedAt: hour(9) };
    expect(changeBetween(before, after)).toBeUndefined();
    expect(changeBetween(before, { ...after, evidence: [a] })?.kind).toBe('changed');
  });

  it('carries the severity before', () => {
    const worse = { ...open.finding, severity: 'critical', version: 2 } as const;
    expect(changeBetween(open.finding, worse)).toMatchObject({ kind: 'changed', previousSeverity: 'high' });
  });
});
