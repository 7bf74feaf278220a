/** How much work is left to a search that may be given up. Shared by the parts of one search. */
export interface Steps {
  left: number;
}

/** A set that has an element of each of the sets given, and how small one can be at least. */
export interface HittingSet {
  readonly chosen: readonly number[];
  readonly atLeast: number;
}

/** No hitting set is smaller than the number of sets of which no two share an element. */
function apart(sets: readonly (readonly number[])[], excluded: ReadonlySet<number>): number {
  const used = new Set<number>();
  let count = 0;
  for (const set of sets) {
    const open = set.filter((element) => !excluded.has(element));
    if (open.some((element) => used.has(element))) continue;
    for (const element of open) used.add(element);
    count++;
  }
  return count;
}

const bySize = (one: readonly number[], other: readonly number[]): number => one.length - other.length;

/** Elements by how many sets they are in, most first; of equals the lowest. */
function byFrequency(sets: readonly (readonly number[])[]): (element: number) => number {
  const counts = new Map<number, number>();
  for (const set of sets) for (const element of set) counts.set(element, (counts.get(element) ?? 0) + 1);
  return (element) => counts.get(element) ?? 0;
}

/** Takes again and again the element that is in most of the sets that are left. */
function greedyHittingSet(sets: readonly (readonly number[])[]): number[] {
  const chosen: number[] = [];
  let left = sets;
  while (left.length > 0) {
    const frequency = byFrequency(left);
    const candidates = [...new Set(left.flat())];
    const next = candidates.reduce((best, element) =>
      frequency(element) > frequency(best) || (frequency(element) === frequency(best) && element < best)
        ? element
        : best,
    );
    chosen.push(next);
    left = left.filter((set) => !set.includes(next));
  }
  return chosen.sort((one, other) => one - other);
}

/**
 * The smallest set that has an element of each of the sets, none of which is empty: by branch and bound, on the
 * elements of the smallest set that is not hit yet. Where the steps run out, the smallest that was found, and the
 * proven bound.
 */
export function smallestHittingSet(sets: readonly (readonly number[])[], steps: Steps): HittingSet {
  const minimal = withoutSupersets(sets);
  let best = greedyHittingSet(minimal);
  const none: ReadonlySet<number> = new Set();
  const atLeast = apart(minimal, none);

  /** Answers whether everything below was searched. */
  function branch(
    left: readonly (readonly number[])[],
    chosen: readonly number[],
    excluded: ReadonlySet<number>,
  ): boolean {
    if (left.length === 0) {
      if (chosen.length < best.length) best = [...chosen].sort((one, other) => one - other);
      return true;
    }
    if (steps.left-- <= 0) return false;
    const open = left.map((set) => set.filter((element) => !excluded.has(element))).sort(bySize);
    const [first] = open;
    if (!first || first.length === 0) return true;
    if (chosen.length + apart(open, none) >= best.length) return true;
    const frequency = byFrequency(open);
    const order = [...first].sort((one, other) => frequency(other) - frequency(one) || one - other);
    const without = new Set(excluded);
    for (const element of order) {
      const isSearched = branch(
        open.filter((set) => !set.includes(element)),
        [...chosen, element],
        new Set(without),
      );
      if (!isSearched) return false;
      // What follows is searched without it: with it, everything has been seen.
      without.add(element);
    }
    return true;
  }

  const isSearched = best.length === atLeast || branch(minimal, [], none);
  return { chosen: best, atLeast: isSearched ? best.length : atLeast };
}

/** What hits a set hits every set that holds it. */
function withoutSupersets(sets: readonly (readonly number[])[]): (readonly number[])[] {
  const kept: { set: readonly number[]; elements: ReadonlySet<number> }[] = [];
  for (const set of [...sets].sort(bySize)) {
    const elements = new Set(set);
    if (!kept.some((smaller) => smaller.set.every((element) => elements.has(element))))
      kept.push({ set, elements });
  }
  return kept.map(({ set }) => set);
}
