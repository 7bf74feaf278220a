import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionPattern,
  byField,
  covers,
  intersects,
  literally,
  matches,
  openResource,
  type Pattern,
  resourcePattern,
  search,
  textPattern,
} from '#shared/access/aws/pattern.ts';

describe('a pattern over texts', () => {
  it.each([
    ['*', '', true],
    ['*', 'arn:aws:s3:::models', true],
    ['a*c', 'ac', true],
    ['a*c', 'abcbc', true],
    ['a*c', 'abcb', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a??', 'abc', true],
    ['*a*a*', 'banana', true],
    ['*a*a*a*a*', 'banana', false],
    ['', '', true],
    ['', 'a', false],
    ['a.c', 'abc', false],
    ['A*', 'abc', false],
  ])('%s and %j: %s', (written, text, expected) => {
    expect(matches(textPattern(written), text)).toBe(expected);
  });

  it('does not take the stars of a value for wildcards', () => {
    const pattern = textPattern(`home/${literally('*')}/*`);
    expect(matches(pattern, 'home/*/key')).toBe(true);
    expect(matches(pattern, 'home/ann/key')).toBe(false);
  });

  it('has done at once with what would take a backtracking matcher years', () => {
    expect(matches(textPattern(`${'*a'.repeat(40)}*b`), 'a'.repeat(2000))).toBe(false);
    expect(matches(resourcePattern(`arn:${'*a'.repeat(40)}:b`), `arn:${'a'.repeat(2000)}`)).toBe(false);
  });
});

describe('a pattern over actions', () => {
  it('does not tell letter case', () => {
    expect(matches(actionPattern('S3:Get*'), 's3:getobject')).toBe(true);
  });
});

describe('a pattern over resources', () => {
  const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:model/large';
  it.each([
    ['arn:aws:sagemaker:us-east-1:111122223333:model/*', ARN, true],
    ['arn:aws:sagemaker:*:111122223333:model/large', ARN, true],
    // The last character of its segment: beyond the colon.
    ['arn:aws:logs:*:log-group:x:*', 'arn:aws:logs:eu-west-1:111122223333:log-group:x:y', true],
    ['arn:aws:sagemaker', ARN, true],
    // Completed to six fields, of which the last is another.
    ['arn:aws:sagemaker:*:model/large', ARN, false],
    ['arn:aws:sagemaker:us-*', ARN, true],
    ['arn:*', ARN, true],
    // Not the last: it stays.
    ['arn:aws:sagemaker:us*1:111122223333:model/large', ARN, true],
    ['arn:aws:sage*1:111122223333:model/large', ARN, false],
    ['arn:aws:sagemaker:us-east-1?111122223333:model/large', ARN, false],
    ['arn:aws:sagemaker:us-east-?:111122223333:model/large', ARN, true],
    // Nothing of the resource is kept apart.
    ['arn:aws:logs:us-east-1:1:log-group:a*z', 'arn:aws:logs:us-east-1:1:log-group:a:log-stream:z', true],
    ['arn:aws:s3:::models/*', 'arn:aws:s3:::models', false],
    ['arn:aws:s3:::models*', 'arn:aws:s3:::models', true],
    ['arn:aws:s3:::MODELS/*', 'arn:aws:s3:::models/a', false],
    ['*', 'not-an-arn', true],
  ])('%s and %s: %s', (written, text, expected) => {
    expect(matches(resourcePattern(written), text)).toBe(expected);
  });
});

describe('a resource that can still be chosen', () => {
  it('keeps every wildcard within its field', () => {
    const open = openResource('arn:aws:sagemaker:*:111122223333:app/*');
    expect(matches(open, 'arn:aws:sagemaker:eu-west-1:111122223333:app/d-1')).toBe(true);
    expect(matches(open, 'arn:aws:sagemaker:a:111122223333:space/b:111122223333:app/d-1')).toBe(false);
    // A name may hold all of another ARN, and an asterisk of a policy goes that far.
    const spaces = resourcePattern('arn:aws:sagemaker:*:111122223333:space/*');
    expect(intersects(open, spaces)).toBe(true);
    expect(intersects(open, byField(spaces))).toBe(false);
    expect(intersects(open, byField(resourcePattern('arn:aws:sagemaker:*')))).toBe(true);
    expect(covers(resourcePattern('arn:aws:sagemaker:*'), open)).toBe(true);
  });
});

describe('two patterns', () => {
  it.each([
    ['arn:aws:s3:::a/*', 'arn:aws:s3:::a/b/*', true, true],
    ['arn:aws:s3:::a/b/*', 'arn:aws:s3:::a/*', true, false],
    ['arn:aws:s3:::a/*/c', 'arn:aws:s3:::a/b/*', true, false],
    ['arn:aws:s3:::a*', 'arn:aws:s3:::b*', false, false],
    ['arn:aws:s3:::*a', 'arn:aws:s3:::b*', true, false],
    ['arn:aws:s3:::a?', 'arn:aws:s3:::a*', true, false],
    ['arn:aws:s3:::a*', 'arn:aws:s3:::a?', true, true],
    ['arn:aws:s3:::*?', 'arn:aws:s3:::?*', true, true],
    ['arn:aws:s3:::a', 'arn:aws:s3:::a', true, true],
    ['*', 'arn:aws:s3:::*', true, true],
    ['arn:aws:*:us-*-1:111122223333:*', 'arn:aws:sagemaker:us-east-1:111122223333:app/*', true, true],
    ['arn:aws:*:us*1:111122223333:*', 'arn:aws:sagemaker:*:111122223333:app/*', true, false],
  ])('%s and %s: meet %s, covers %s', (one, other, meet, cover) => {
    expect(intersects(resourcePattern(one), resourcePattern(other))).toBe(meet);
    expect(covers(resourcePattern(one), resourcePattern(other))).toBe(cover);
  });

  it('covers what is covered even without a word in common', () => {
    expect(covers(textPattern('*a*'), textPattern('?*aa*?'))).toBe(true);
    expect(covers(textPattern('*?a*'), textPattern('*a*'))).toBe(false);
  });
});

const written = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 7 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', 'x'), maxLength: 8 });
const pattern = fc
  .tuple(written, fc.boolean())
  .map(([body, isArn]): Pattern => (isArn ? resourcePattern(`arn:${body}`) : textPattern(body)));

/** The slow and plain way to say the same. */
function expressionOf({ tokens }: Pattern): RegExp {
  const wildcards: Readonly<Record<number, string>> = { [-1]: '.', [-2]: '.*', [-3]: '[^:]', [-4]: '[^:]*' };
  return new RegExp(
    `^${tokens.map((token) => wildcards[token] ?? String.fromCharCode(token)).join('')}$`,
    's',
  );
}

const someText = fc.oneof(
  text,
  text.map((each) => `arn:${each}`),
);

describe('laws of patterns', () => {
  it('matches as an expression would', () => {
    fc.assert(
      fc.property(pattern, someText, (each, against) => {
        expect(matches(each, against)).toBe(expressionOf(each).test(against));
      }),
      { numRuns: 5000 },
    );
  });

  it('finds a text that is in all and in none of the others, or there is none', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        fc.array(pattern, { maxLength: 2 }),
        someText,
        (all, none, guess) => {
          const fits = (each: string): boolean =>
            all.every((one) => matches(one, each)) && !none.some((one) => matches(one, each));
          const found = search(all, none);
          if (typeof found === 'object') expect(fits(found.text)).toBe(true);
          else expect([found, fits(guess)]).toEqual(['none', false]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('says of two whole ARNs field by field what a search says', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 });
    const arn = fc
      .tuple(field, field, field)
      .map(([region, account, name]) => openResource(`arn:aws:s3:${region}:${account}:${name}`));
    fc.assert(
      fc.property(arn, arn, (one, other) => {
        expect(intersects(one, other)).toBe(search([one, other], []) !== 'none');
        expect(covers(one, other)).toBe(search([other], [one]) === 'none');
      }),
      { numRuns: 2000 },
    );
  });

  it('says of two what a search says', () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        expect(intersects(one, other)).toBe(search([one, other], []) !== 'none');
        expect(covers(one, other)).toBe(search([other], [one]) === 'none');
      }),
      { numRuns: 3000 },
    );
  });
});
