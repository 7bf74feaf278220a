import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestHittingSet } from '#shared/graph/hitting-set.ts';

const ELEMENTS = 9;
const subsets = Array.from({ length: 2 ** ELEMENTS }, (_, bits) =>
  Array.from({ length: ELEMENTS }, (_each, element) => element).filter((element) => (bits >> element) & 1),
).sort((one, other) => one.length - other.length);

const hits = (chosen: readonly number[], sets: readonly (readonly number[])[]): boolean =>
  sets.every((set) => set.some((element) => chosen.includes(element)));

const systems = fc.array(fc.uniqueArray(fc.nat({ max: ELEMENTS - 1 }), { minLength: 1, maxLength: 4 }), {
  maxLength: 14,
});

/** Every pair of seven: needs six, of which no two sets apart prove more than three. */
const pairs = Array.from({ length: 7 }, (_, one) => one).flatMap((one) =>
  Array.from({ length: one }, (_, other) => [other, one]),
);

describe('the smallest hitting set', () => {
  it('is as small as trying every set finds', () => {
    fc.assert(
      fc.property(systems, (sets) => {
        const smallest = subsets.find((chosen) => hits(chosen, sets));
        const { chosen, atLeast } = smallestHittingSet(sets, { left: 100_000 });
        expect(hits(chosen, sets)).toBe(true);
        expect(chosen.length).toBe(smallest?.length);
        expect(atLeast).toBe(smallest?.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('proves by search what sets apart do not', () => {
    expect(smallestHittingSet(pairs, { left: 100_000 })).toMatchObject({
      chosen: expect.objectContaining({ length: 6 }),
      atLeast: 6,
    });
  });

  it('claims only what is proven when its steps run out, and leaves none', () => {
    const steps = { left: 3 };
    const { chosen, atLeast } = smallestHittingSet(pairs, steps);
    expect(hits(chosen, pairs)).toBe(true);
    expect(atLeast).toBe(3);
    expect(steps.left).toBeLessThanOrEqual(0);
  });

  it.each([
    [
      'the best is not in most sets',
      [
        [0, 1],
        [0, 1],
        [0, 2],
        [0, 2],
        [1, 3],
        [2, 4],
      ],
      [1, 2],
    ],
    [
      'the best takes two of the set that it begins with',
      [
        [0, 1, 7],
        [2, 7, 8],
        [1, 3, 4],
        [0, 4, 7],
        [0, 7, 8],
        [0, 1, 5],
      ],
      [1, 7],
    ],
  ])('is found where %s', (_, sets, expected) => {
    expect(smallestHittingSet(sets, { left: 1000 }).chosen).toEqual(expected);
  });
});
