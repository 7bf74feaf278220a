import { describe, expect, it } from 'vitest';
import { ABSENT, haveFixtures } from '../fixtures.ts';
import { definitions, type PolicyDefinition } from './definition.ts';
import { calledIn } from './expression.ts';
import { FUNCTIONS } from './functions.ts';
import { OPERATORS } from './operators.ts';
import { vocabularyOf } from './rule.ts';

it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});

describe.runIf(haveFixtures)('the built-in definitions', () => {
  it('are all understood, also where no resource leads', () => {
    expect(definitions).toHaveLength(73);
    expect(definitions.filter(({ deprecated }) => !deprecated)).toHaveLength(67);
    expect(new Set(definitions.map(({ name }) => name)).size).toBe(73);
  });

  it('use every operator and function that is understood, and no other', () => {
    const used = new Set(definitions.flatMap(wordsOf));
    expect(used).toEqual(new Set([...Object.keys(OPERATORS), ...Object.keys(FUNCTIONS)]));
  });

  it('name a type, unless they set something for the computes of a workspace', () => {
    const without = definitions.filter(({ types }) => types.length === 0);
    expect(new Set(without.map(({ effect }) => effect))).toEqual(new Set(['enforcesetting']));
  });
});

function wordsOf({ condition, related }: PolicyDefinition) {
  return [
    ...vocabularyOf(condition),
    ...(related?.existence ? vocabularyOf(related.existence) : []),
    ...(related?.name ? calledIn(related.name) : []),
  ];
}
