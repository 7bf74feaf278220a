import { describe, expect, it } from 'vitest';
import { techniques } from '#shared/paths/index.ts';
import type { Need, Technique } from '#shared/paths/technique.ts';
import { type Kind, PERMISSION_SETS, setsWithin } from './pathfinding.ts';

/** By name alone: on everything, under no condition. */
function isMet(need: Need, actions: ReadonlySet<string>): boolean {
  switch (need.kind) {
    case 'permission':
      return actions.has(need.permission);
    case 'one-of':
      return need.of.some((inner) => isMet(inner, actions));
    case 'all-of':
      return need.of.every((inner) => isMet(inner, actions));
  }
}

/** What a set of permissions gets somebody to, beyond using or reading something. */
const reached = (actions: readonly string[]): Technique[] =>
  techniques.filter(
    (technique) =>
      technique.by === 'principal' &&
      (technique.holds === 'control' || technique.holds === 'change') &&
      technique.needs.every((need) => isMet(need, new Set(actions))),
  );

describe('the permission sets of pathfinding.cloud', () => {
  it('are 65, each once', () => {
    expect(PERMISSION_SETS).toHaveLength(65);
    expect(new Set(PERMISSION_SETS.map(({ id }) => id)).size).toBe(65);
    expect(new Set(PERMISSION_SETS.map(({ actions }) => [...actions].sort().join(' '))).size).toBe(65);
  });

  it.each(PERMISSION_SETS)('$id: gets there by the technique that names it', ({ id, actions }) => {
    const naming = reached(actions).filter(({ reference }) => reference.includes(`pathfinding ${id}`));
    expect(naming.map(({ id: technique }) => technique)).not.toEqual([]);
  });

  it.each(PERMISSION_SETS.flatMap((set) => set.actions.map((missing) => ({ ...set, missing }))))(
    '$id without $missing: gets only where a smaller set gets',
    ({ actions, missing }) => {
      const rest = actions.filter((action) => action !== missing);
      const smaller = setsWithin(rest).map((id) => `pathfinding ${id}`);
      const beyond = reached(rest).filter(({ reference }) => !smaller.some((id) => reference.includes(id)));
      expect(beyond.map(({ id }) => id)).toEqual([]);
    },
  );

  it('holds the identity where one acts as it, and changes it where one changes what it may', () => {
    const held = (kind: Kind) =>
      new Set(
        PERMISSION_SETS.filter((set) => set.kind === kind).flatMap(({ id, actions }) =>
          reached(actions)
            .filter(({ reference }) => reference.includes(`pathfinding ${id}`))
            .map(({ holds }) => holds),
        ),
      );
    expect([...held('new-passrole')]).toEqual(['control']);
    expect([...held('existing-passrole')]).toEqual(['control']);
    expect([...held('self-escalation')]).toEqual(['change']);
  });

  it('are named by techniques only as they are listed', () => {
    const listed = new Set(PERMISSION_SETS.map(({ id }) => `pathfinding ${id}`));
    const named = techniques.flatMap(({ reference }) =>
      reference.filter((id) => id.startsWith('pathfinding ')),
    );
    expect(named.filter((id) => !listed.has(id))).toEqual([]);
  });
});
