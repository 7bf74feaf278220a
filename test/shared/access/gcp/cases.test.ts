import { describe, expect, it } from 'vitest';
import { condition } from '#shared/access/gcp/condition/condition.ts';
import conditions, { type ConditionCase } from './cases/conditions.ts';
import denials from './cases/denials.ts';
import inheritance from './cases/inheritance.ts';
import members from './cases/members.ts';
import roles from './cases/roles.ts';
import type { Case } from './estate.ts';
import { indexOf } from './estate.ts';

const google = /^https:\/\/cloud\.google\.com\//;

const KINDS: readonly (readonly [string, readonly Case[]])[] = [
  ['inheritance', inheritance],
  ['roles', roles],
  ['members', members],
  ['deny policies', denials],
];

describe.each(KINDS)('%s, as Google documents them', (_kind, cases) => {
  it.each(cases.map((row) => [row.says, row] as const))('%s', (_says, { estate, asks, answers, page }) => {
    expect(page).toMatch(google);
    const index = indexOf(estate);
    const found = Object.fromEntries(
      index.principals.map(({ id }, principal) => [id, index.decide(principal, asks)] as const),
    );
    for (const [id, access] of Object.entries(answers)) {
      expect(found[id], id).toMatchObject({ access });
      if (found[id]?.access === 'conditional') expect(found[id].conditions, id).not.toEqual([]);
    }
    const { yes, conditional } = index.holders(asks);
    const held = (access: 'yes' | 'conditional') =>
      index.principals.flatMap(({ id }, principal) => (found[id]?.access === access ? [principal] : []));
    expect([...yes]).toEqual(held('yes'));
    expect([...conditional]).toEqual(held('conditional'));
  });
});

const knownOf = ({ name, type, time, tags, modifiedGrants }: ConditionCase) =>
  new Map<string, unknown>([
    ...(name ? [['resource.name', name] as const] : []),
    ...(type ? [['resource.type', type] as const] : []),
    ...(time ? [['request.time', new Date(time)] as const] : []),
    ...(tags ? [['resource.tags', new Map(Object.entries(tags))] as const] : []),
    ...(modifiedGrants
      ? [['api', new Map([['iam.googleapis.com/modifiedGrantsByRole', modifiedGrants]])] as const]
      : []),
  ]);

describe('conditions, as Google documents them', () => {
  it.each((conditions as readonly ConditionCase[]).map((row) => [row.says, row] as const))(
    '%s',
    (_says, row) => {
      expect(row.page).toMatch(google);
      const found = condition(row.condition)(knownOf(row));
      expect(typeof found === 'boolean' ? found : 'open').toBe(row.is);
    },
  );
});

describe('conditions that nobody should have to evaluate', () => {
  it.each([
    ['nothing', ''],
    ['an expression that is broken', 'resource.name.startsWith('],
    ['one that is too long', `resource.name == '${'a'.repeat(20_000)}'`],
    ['one that is too deep', `${'('.repeat(5_000)}true${')'.repeat(5_000)}`],
    ['a regular expression', "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+$')"],
    ['a loop in a loop', '[1,2,3].all(a, [1,2,3].all(b, [1,2,3].all(c, a + b + c > 0)))'],
    ['a value that is no answer', '1 + 1'],
    ['a division by zero', '1 / 0 == 1'],
    ['a function that is not there', 'steal(resource.name)'],
    ['a day that is none', "date('tomorrow') < request.time"],
  ])('leaves open %s', (_what, text) => {
    expect(
      condition(text)(
        knownOf({ says: '', page: '', condition: '', name: 'n', time: '2026-01-01T00:00:00Z', is: 'open' }),
      ),
    ).toMatchObject({
      conditions: [expect.any(String)],
    });
  });
});
