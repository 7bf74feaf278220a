import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Asset } from '#shared/model/asset.ts';
import { assetType } from '#shared/model/asset-type.ts';
import { evaluate as evaluateAt, type Resolve } from '#shared/model/evaluate.ts';
import type { JsonObject } from '#shared/model/json.ts';
import {
  all,
  any,
  every,
  everyRelated,
  field,
  none,
  not,
  type Predicate,
  related,
  some,
} from '#shared/model/predicate.ts';

const evaluate = (predicate: Predicate, judged: Asset, resolve: Resolve = () => undefined) =>
  evaluateAt(predicate, judged, resolve, new Date('2026-07-01T00:00:00.000Z'));

const bucket = assetType('aws.s3.bucket', {
  title: 'bucket',
  placement: 'region',
  nativeType: 'AWS::S3::Bucket',
  shape: { package: 'none', type: 'none' },
  config: z.looseObject({}),
});

const unread = {
  $unread: { operation: 's3:GetBucketPolicy', outcome: 'denied', permission: 's3:GetBucketPolicy' },
} as const;

const asset = (config: JsonObject, more: Partial<Asset> = {}): Asset => ({
  id: 'judged',
  type: 'aws.s3.bucket',
  name: 'judged',
  scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
  config,
  relations: [],
  ...more,
});

describe('evaluate', () => {
  it.each<[string, Predicate, JsonObject, boolean | undefined]>([
    ['an equal value', field('a').is('x'), { a: 'x' }, true],
    ['an equal value in another letter case', field('a').is('Enabled'), { a: 'enabled' }, true],
    ['another value', field('a').is('x'), { a: 'y' }, false],
    ['an absent value', field('a').is('x'), {}, undefined],
    ['a null', field('a').is('x'), { a: null }, undefined],
    ['the negation of an absent value', field('a').isNot('x'), {}, undefined],
    ['an absent value with a documented meaning', field('a').absentIs('x', 'docs').is('x'), {}, true],
    ['absence', field('a').isAbsent(), {}, true],
    ['absence of a present value', field('a').isAbsent(), { a: 0 }, false],
    ['emptiness of an empty list', field('a').isEmpty(), { a: [] }, true],
    ['emptiness of a false', field('a').isEmpty(), { a: false }, false],
    ['a nested path', field('a.b[1].c').is(3), { a: { b: [{}, { c: 3 }] } }, true],
    ['a key with dots', field("a['x.y']").is(1), { a: { 'x.y': 1 } }, true],
    ['an inherited key', field('constructor').isAbsent(), {}, true],
    ['a number against a text', field('a').atLeast(3), { a: '5' }, undefined],
    ['a part that was not read', field('a.b').isAbsent(), { a: unread }, undefined],
    ['a part that was not read, whole', field('a').isAbsent(), { a: unread }, undefined],
    ['some element', some('l', field('v').is(1)), { l: [{ v: 2 }, { v: 1 }] }, true],
    ['no element', some('l', field('v').is(1)), { l: [{ v: 2 }] }, false],
    ['an undecided element beside a true one', some('l', field('v').is(1)), { l: [{}, { v: 1 }] }, true],
    ['an undecided element alone', some('l', field('v').is(1)), { l: [{}] }, undefined],
    ['every element of an empty list', every('l', field('v').is(1)), { l: [] }, true],
    ['an absent list', some('l', field('v').is(1)), {}, undefined],
    ['an absent list that means empty', none('l', field('v').is(1), { absentIsEmpty: 'docs' }), {}, true],
    ['a map as a list', some('m', field('v').is(1)), { m: { k: { v: 1 } } }, true],
    ['a text as a list', some('l', field('v').is(1)), { l: 'no' }, undefined],
    ['false and unknown', all(field('a').is(1), field('b').is(1)), { a: 2 }, false],
    ['true and unknown', all(field('a').is(1), field('b').is(1)), { a: 1 }, undefined],
    ['true or unknown', any(field('a').is(1), field('b').is(1)), { a: 1 }, true],
    ['false or unknown', any(field('a').is(1), field('b').is(1)), { a: 2 }, undefined],
  ])('decides %s', (_name, predicate, config, truth) => {
    expect(evaluate(predicate, asset(config)).truth).toBe(truth);
  });

  it('never decides on a field of an asset that was listed and not described', () => {
    const listed = asset({ name: 'x' }, { unread });
    expect(evaluate(field('a').isAbsent(), listed).truth).toBeUndefined();
    expect(evaluate(field('a').absentIs('x', 'docs').is('x'), listed).truth).toBeUndefined();
    expect(evaluate(field('name').is('x'), listed).truth).toBe(true);
  });

  it('never decides on a value of a kind that the API does not document', () => {
    const odd = asset({ a: { b: 'Maybe' } }, { malformed: [{ path: 'a.b', problem: 'not an option' }] });
    for (const predicate of [field('a.b').is('Enabled'), field('a').isAbsent(), field('a.b.c').isAbsent()])
      expect(evaluate(predicate, odd)).toMatchObject({
        truth: undefined,
        evidence: [{ state: 'malformed' }],
      });
    expect(evaluate(field('ab').isAbsent(), odd).truth).toBe(true);
  });

  describe('over relations', () => {
    const other = asset({ open: true }, { id: 'other' });
    const pointing = asset({}, { relations: [{ kind: 'stored-in', target: 'other' }] });
    const open = related('stored-in', bucket, field('open').is(true));

    it('judges the asset at the other end and quotes it by id', () => {
      const { truth, evidence } = evaluate(open, pointing, () => other);
      expect(truth).toBe(true);
      expect(evidence).toEqual([{ path: 'other#open', state: 'read', found: true, expected: 'is false' }]);
    });
    it('does not decide when that asset was never seen', () => {
      expect(evaluate(open, pointing).truth).toBeUndefined();
    });
    it('is false where there is no such relation, and true of every one', () => {
      expect(evaluate(open, asset({})).truth).toBe(false);
      expect(evaluate(everyRelated('stored-in', bucket, field('open').is(true)), asset({})).truth).toBe(true);
    });
    it('does not decide when the part that may have led somewhere was not read', () => {
      expect(evaluate(open, asset({ part: unread })).truth).toBeUndefined();
      expect(evaluate(not(open), asset({}, { unread })).truth).toBeUndefined();
    });
  });

  it('names in evidence the permission that would have let it decide', () => {
    expect(evaluate(field('a.b').is(1), asset({ a: unread })).evidence).toEqual([
      {
        path: 'a.b',
        state: 'unread',
        expected: 'is not 1',
        note: 's3:GetBucketPolicy was denied: grant s3:GetBucketPolicy',
      },
    ]);
  });

  it('leaves out of evidence that what is wrong is there', () => {
    const wrong = all(field('image').isPresent(), field('image').isNot('good'));
    expect(evaluate(wrong, asset({ image: 'bad' })).evidence).toEqual([
      { path: 'image', state: 'read', found: 'bad', expected: 'is “good”' },
    ]);
  });

  it('keeps to the laws of three-valued logic', () => {
    const leaf = fc.constantFrom<Predicate>(field('t').is(1), field('f').is(1), field('u').is(1));
    const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
      predicate: fc.oneof(
        { maxDepth: 4 },
        leaf,
        tie('predicate').map(not),
        fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((of) => all(...of)),
        fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((of) => any(...of)),
      ),
    }));
    const judged = asset({ t: 1, f: 2 });
    fc.assert(
      fc.property(predicate, predicate, (a, b) => {
        const truth = (p: Predicate) => evaluate(p, judged).truth;
        expect(truth(not(all(a, b)))).toBe(truth(any(not(a), not(b))));
        expect(truth(not(not(a)))).toBe(truth(a));
        expect(evaluate(a, judged).evidence.length).toBeGreaterThan(0);
        // Reading what was unknown never turns a decision round.
        for (const u of [1, 2]) {
          const before = truth(a);
          const after = evaluate(a, asset({ t: 1, f: 2, u })).truth;
          if (before !== undefined) expect(after).toBe(before);
        }
      }),
    );
  });
});
