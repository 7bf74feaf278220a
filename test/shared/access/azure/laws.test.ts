import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#shared/access/access-index.ts';
import type { Access } from '#shared/access/decision.ts';
import {
  type Assigned,
  type Denied,
  type Estate,
  group,
  indexOf,
  managementGroup,
  permissions,
  role,
  subscription,
} from './estate.ts';

const RANK: Readonly<Record<Access, number>> = { no: 0, conditional: 1, yes: 2 };

const account = `${group('ai')}/providers/Microsoft.CognitiveServices/accounts/a`;
const scopes = fc.constantFrom(managementGroup('m'), subscription, group('ai'), group('other'), account);
const patterns = fc.subarray([
  '*',
  '*/read',
  'Microsoft.CognitiveServices/*',
  'Microsoft.CognitiveServices/accounts/*/write',
  'Microsoft.CognitiveServices/accounts/write',
  'Microsoft.CognitiveServices/accounts/OpenAI/*',
]);
const sets = fc
  .record({ actions: patterns, notActions: patterns, dataActions: patterns, notDataActions: patterns })
  .map(permissions);
const OPEN = '@Environment[isPrivateLink] BoolEquals true';
const conditions = fc.constantFrom(
  undefined,
  OPEN,
  "!(ActionMatches{'Microsoft.CognitiveServices/accounts/write'})",
  "@Resource[Microsoft.CognitiveServices/accounts:name] StringEquals 'b'",
  'not a condition',
);
const people = ['Alice', 'Bob', 'Known', 'Unknown'];
const who = fc.constantFrom(...people);

const assigned: fc.Arbitrary<Assigned> = fc
  .record({ who, set: sets, at: scopes, condition: conditions })
  .map(({ set, condition, ...rest }) => ({
    ...rest,
    role: role('any', set),
    ...(condition ? { condition } : {}),
  }));

const denied: fc.Arbitrary<Denied> = fc
  .record({
    who: fc.option(fc.subarray(people, { minLength: 1 }), { nil: undefined }),
    except: fc.subarray(people),
    set: sets,
    at: scopes,
    reachesChildren: fc.boolean(),
    condition: conditions,
  })
  .map(({ who: whom, set, condition, ...rest }) => ({
    ...rest,
    permissions: set,
    ...(whom ? { who: whom } : {}),
    ...(condition ? { condition } : {}),
  }));

const estates: fc.Arbitrary<Estate> = fc
  .record({ assigned: fc.array(assigned, { maxLength: 5 }), denied: fc.array(denied, { maxLength: 3 }) })
  .map((policies) => ({
    ...policies,
    groups: { Known: ['Alice'], Unknown: 'unread' as const },
    others: people,
    above: [managementGroup('m')],
  }));

const questions: fc.Arbitrary<Question> = fc.record({
  permission: fc.constantFrom(
    'Microsoft.CognitiveServices/accounts/read',
    'Microsoft.CognitiveServices/accounts/write',
    'Microsoft.CognitiveServices/accounts/deployments/write',
    'Microsoft.CognitiveServices/accounts/OpenAI/responses/write',
  ),
  resource: fc.constantFrom(account, group('ai'), subscription),
});

/** What each of them may, by name. */
function answers(estate: Estate, question: Question): Record<string, Access> {
  const index = indexOf(estate);
  return Object.fromEntries(
    index.principals.map(({ name }, principal) => [name, index.decide(principal, question).access]),
  );
}

function expectNoMore(after: Record<string, Access>, before: Record<string, Access>): void {
  for (const name of people)
    expect(RANK[after[name] ?? 'no'], name).toBeLessThanOrEqual(RANK[before[name] ?? 'no']);
}

describe('access in Azure', () => {
  it('never grows with a deny assignment', () => {
    fc.assert(
      fc.property(estates, denied, questions, (estate, one, question) => {
        const more = { ...estate, denied: [...(estate.denied ?? []), one] };
        expectNoMore(answers(more, question), answers(estate, question));
      }),
      { numRuns: 2000 },
    );
  });

  it('never grows when a role assignment goes', () => {
    fc.assert(
      fc.property(estates, fc.nat(4), questions, (estate, gone, question) => {
        const less = { ...estate, assigned: estate.assigned.filter((_one, index) => index !== gone) };
        expectNoMore(answers(less, question), answers(estate, question));
      }),
      { numRuns: 2000 },
    );
  });

  it('is never a plain yes where each assignment has a condition that nothing decides', () => {
    fc.assert(
      fc.property(estates, questions, (estate, question) => {
        const open = { ...estate, assigned: estate.assigned.map((one) => ({ ...one, condition: OPEN })) };
        expect(Object.values(answers(open, question))).not.toContain('yes');
      }),
      { numRuns: 2000 },
    );
  });

  it('says on what it depends wherever it depends on something', () => {
    fc.assert(
      fc.property(estates, questions, (estate, question) => {
        const index = indexOf(estate);
        for (const principal of index.principals.keys()) {
          const decision = index.decide(principal, question);
          if (decision.access === 'conditional') expect(decision.conditions).not.toEqual([]);
          if (decision.access === 'yes') expect(decision.because).not.toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives whoever covers another all that the other has', () => {
    fc.assert(
      fc.property(estates, fc.boolean(), questions, (estate, isDenied, question) => {
        const index = indexOf(isDenied ? estate : { ...estate, denied: [] });
        const access = index.principals.map((_each, principal) => index.decide(principal, question).access);
        for (const strong of index.principals.keys())
          for (const weak of index.principals.keys())
            if (index.covers?.(strong, weak))
              expect(RANK[access[strong] ?? 'no']).toBeGreaterThanOrEqual(RANK[access[weak] ?? 'no']);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['where the members of some groups were read', (estate: Estate) => estate],
    [
      'where none were',
      (estate: Estate) => ({ ...estate, groups: { Known: 'unread', Unknown: 'unread' } as const }),
    ],
    ['where nothing is denied', (estate: Estate) => ({ ...estate, denied: [], groups: {} })],
  ])('is the same of one principal as of all, %s', (_where, variant) => {
    fc.assert(
      fc.property(estates, questions, (estate, question) => {
        const index = indexOf(variant(estate));
        const { yes, conditional } = index.holders(question);
        for (const principal of index.principals.keys()) {
          const access = yes.includes(principal)
            ? 'yes'
            : conditional.includes(principal)
              ? 'conditional'
              : 'no';
          expect(index.decide(principal, question).access).toBe(access);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
