import { describe, expect, it } from 'vitest';
import { type Assigned, type Estate, group, indexOf, role, subscription } from './estate.ts';
import { blobReader, contributor, owner, reader } from './roles.ts';

const runtime: Assigned = { who: 'Runtime', role: reader, at: group('ai') };

const covers = (estate: Estate): boolean | undefined => {
  const { principals, covers: ask } = ((index) => ({
    principals: index.principals,
    covers: (strong: number, weak: number) => index.covers?.(strong, weak),
  }))(indexOf(estate));
  const numberOf = (wanted: string) => principals.findIndex(({ name }) => name === wanted);
  return ask(numberOf('Alice'), numberOf('Runtime'));
};

const alice = (assigned: Partial<Assigned>): Assigned => ({
  who: 'Alice',
  role: reader,
  at: group('ai'),
  ...assigned,
});

describe('who has all that another has', () => {
  it.each<[string, Estate, boolean | undefined]>([
    ['the same role at the same scope', { assigned: [runtime, alice({})] }, true],
    ['the same role above', { assigned: [runtime, alice({ at: subscription })] }, true],
    ['the same role elsewhere', { assigned: [runtime, alice({ at: group('other') })] }, undefined],
    [
      'the same role in what is within',
      { assigned: [runtime, alice({ at: `${group('ai')}/providers/p/t/n` })] },
      undefined,
    ],
    ['every action', { assigned: [runtime, alice({ role: owner })] }, true],
    ['every action but some', { assigned: [runtime, alice({ role: contributor })] }, undefined],
    [
      'the same role under a condition',
      { assigned: [runtime, alice({ condition: '@Environment[isPrivateLink] BoolEquals true' })] },
      undefined,
    ],
    [
      'a role with a condition in it',
      {
        assigned: [
          runtime,
          alice({
            role: role('r', { actions: ['*'], condition: '@Environment[isPrivateLink] BoolEquals true' }),
          }),
        ],
      },
      undefined,
    ],
    [
      'every action, where the other has data actions',
      { assigned: [{ ...runtime, role: blobReader }, alice({ role: owner })] },
      undefined,
    ],
    [
      'one of two roles',
      { assigned: [runtime, { ...runtime, role: blobReader }, alice({ role: reader })] },
      undefined,
    ],
    [
      'all but what a group may give the other',
      {
        assigned: [runtime, alice({}), { who: 'Team', role: owner, at: group('ai') }],
        groups: { Team: 'unread' },
      },
      undefined,
    ],
    [
      'the same, where something is denied',
      {
        assigned: [runtime, alice({})],
        denied: [
          {
            who: ['Alice'],
            permissions: { actions: ['*'], notActions: [], dataActions: [], notDataActions: [] },
            at: subscription,
          },
        ],
      },
      undefined,
    ],
    ['what nobody gave the other', { assigned: [alice({})], others: ['Runtime'] }, undefined],
  ])('%s: shown or not', (_what, estate, shown) => {
    expect(covers(estate)).toBe(shown);
  });
});
