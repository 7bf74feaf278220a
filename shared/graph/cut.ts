import { between } from './between.ts';
import type { Graph } from './csr.ts';
import { type Steps, smallestHittingSet } from './hitting-set.ts';
import { cheapest, type Path, pathOf, reachable, UNREACHED } from './search.ts';

/** Of an edge that no fix cuts. */
export const NO_FIX = -1;

export type SmallestCut =
  | {
      readonly isPossible: true;
      /** Ascending; none where nothing is connected. */
      readonly fixes: readonly number[];
      /** False where the search for a smaller set was given up: then no set is smaller than `atLeast`. */
      readonly isSmallest: boolean;
      readonly atLeast: number;
    }
  /** A path that no fix cuts, in the numbers of the whole graph. */
  | { readonly isPossible: false; readonly path: Path };

/**
 * The smallest set of fixes after which no source reaches a target. Every path is a set of fixes of which one has to
 * be chosen: paths that avoid what is chosen are found and added, and the smallest set that hits all of them is
 * chosen anew, until no path is left.
 *
 * `fixOf` gives the fix that cuts each edge, by its number, or {@link NO_FIX}; one fix may cut many.
 */
export function smallestCut(
  graph: Graph,
  sources: readonly number[],
  targets: readonly number[],
  fixOf: ArrayLike<number>,
  { steps = 100_000 }: { readonly steps?: number } = {},
): SmallestCut {
  const part = between(graph, sources, targets);
  const fixHere = Int32Array.from(part.edgeOf, (edge) => fixOf[edge] as number);
  // A path of few fixes says most about which have to be chosen.
  const costOf = Uint16Array.from(fixHere, (fix) => (fix === NO_FIX ? 0 : 1));

  const pathOver = (isOpen: (fix: number) => boolean): Path | undefined => {
    const tree = cheapest(part.graph, part.sources, {
      costOf,
      isOpen: (edge) => isOpen(fixHere[edge] as number),
    });
    const distance = (target: number): number => tree.distance[target] as number;
    const nearest = part.targets.reduce(
      (best: number | undefined, target) =>
        distance(target) < (best === undefined ? UNREACHED : distance(best)) ? target : best,
      undefined,
    );
    return nearest === undefined ? undefined : pathOf(tree, nearest);
  };
  const pathAvoiding = (closed: ReadonlySet<number>): Path | undefined => pathOver((fix) => !closed.has(fix));
  const fixesOf = (path: Path): number[] =>
    [...new Set(path.edges.map((edge) => fixHere[edge] as number))]
      .filter((fix) => fix !== NO_FIX)
      .sort((one, other) => one - other);
  const cuts = (fixes: ReadonlySet<number>): boolean => pathAvoiding(fixes) === undefined;
  /** Leaves out, from the last, each fix without which the others do. */
  const needed = (fixes: readonly number[]): number[] => {
    const kept = new Set(fixes);
    for (const fix of [...fixes].reverse()) {
      kept.delete(fix);
      if (!cuts(kept)) kept.add(fix);
    }
    return [...kept].sort((one, other) => one - other);
  };

  const uncut = pathOver((fix) => fix === NO_FIX);
  if (uncut)
    return {
      isPossible: false,
      path: {
        nodes: uncut.nodes.map((node) => part.nodeOf[node] as number),
        edges: uncut.edges.map((edge) => part.edgeOf[edge] as number),
      },
    };

  const budget: Steps = { left: steps };
  const sets: number[][] = [];
  let atLeast = 0;
  let chosen: readonly number[] = [];
  while (budget.left > 0) {
    const closed = new Set(chosen);
    const known = sets.length;
    // Paths that share no fix, so that each says something of its own.
    for (let path = pathAvoiding(closed); path; path = pathAvoiding(closed)) {
      const fixes = fixesOf(path);
      sets.push(fixes);
      for (const fix of fixes) closed.add(fix);
      budget.left--;
    }
    // What is chosen hits every set of before: it is the smallest where that was proven.
    if (sets.length === known)
      return { isPossible: true, fixes: chosen, isSmallest: chosen.length === atLeast, atLeast };
    const smallest = smallestHittingSet(sets, budget);
    atLeast = Math.max(atLeast, smallest.atLeast);
    chosen = smallest.chosen;
  }

  const rest = new Set(chosen);
  for (let path = pathAvoiding(rest); path; path = pathAvoiding(rest)) {
    const fixes = fixesOf(path);
    sets.push(fixes);
    const countOf = (fix: number): number => sets.filter((set) => set.includes(fix)).length;
    rest.add(fixes.reduce((best, fix) => (countOf(fix) > countOf(best) ? fix : best)));
  }
  const fixes = needed([...rest]);
  return { isPossible: true, fixes, isSmallest: fixes.length === atLeast, atLeast };
}

export interface FixGain {
  readonly fix: number;
  /** How many pairs of source and target that were connected no longer are, with this fix and those before it. */
  readonly cuts: number;
}

export interface BestFixes {
  /** Pairs of source and target that are connected before any fix. */
  readonly connected: number;
  readonly fixes: readonly FixGain[];
}

/**
 * Up to `most` fixes, each time the one that disconnects most of the pairs that are still connected; where none alone
 * disconnects any, the one on most of their shortest paths. Ends where every pair is disconnected or no fix helps.
 * `searches` bounds the work: when it is spent, the order is of the fixes tried until then.
 */
export function bestFixes(
  graph: Graph,
  sources: readonly number[],
  targets: readonly number[],
  fixOf: ArrayLike<number>,
  most: number,
  { searches = 20_000 }: { readonly searches?: number } = {},
): BestFixes {
  const part = between(graph, sources, targets);
  const fixHere = Int32Array.from(part.edgeOf, (edge) => fixOf[edge] as number);
  const closed = new Set<number>();
  let left = searches;

  const countFrom = (source: number, without?: number): number => {
    left--;
    const reached = reachable(part.graph, [source], {
      isOpen: (edge) => {
        const fix = fixHere[edge] as number;
        return fix !== without && !closed.has(fix);
      },
    });
    return reached.reduce(
      (count, node) => count + ((isTarget[node] as number) && node !== source ? 1 : 0),
      0,
    );
  };
  const isTarget = new Uint8Array(part.graph.nodes);
  for (const target of part.targets) isTarget[target] = 1;

  const countOf = new Map(part.sources.map((source) => [source, countFrom(source)]));
  const connected = [...countOf.values()].reduce((sum, count) => sum + count, 0);
  const fixes: FixGain[] = [];
  let disconnected = 0;

  while (fixes.length < most && disconnected < connected) {
    // A fix disconnects a pair only if it is on its shortest path: nothing gains more than that many.
    const onPaths = new Map<number, { pairs: number; sources: number[] }>();
    for (const [source, count] of countOf) {
      if (count === 0) continue;
      for (const [fix, pairs] of pairsByFix(source)) {
        const found = onPaths.get(fix) ?? { pairs: 0, sources: [] };
        found.pairs += pairs;
        found.sources.push(source);
        onPaths.set(fix, found);
      }
    }
    const candidates = [...onPaths].sort(
      ([one, { pairs: first }], [other, { pairs: second }]) => second - first || one - other,
    );
    let best: { fix: number; gain: number } | undefined;
    for (const [fix, { pairs, sources: through }] of candidates) {
      if (best && (pairs <= best.gain || left <= 0)) break;
      const gain = through.reduce(
        (sum, source) => sum + (countOf.get(source) as number) - countFrom(source, fix),
        0,
      );
      if (!best || gain > best.gain) best = { fix, gain };
    }
    if (!best) break;
    closed.add(best.fix);
    disconnected += best.gain;
    for (const source of onPaths.get(best.fix)?.sources ?? []) countOf.set(source, countFrom(source));
    fixes.push({ fix: best.fix, cuts: disconnected });
  }
  return { connected, fixes };

  /** How many targets the shortest path from the source leads to over each fix. */
  function pairsByFix(source: number): Map<number, number> {
    left--;
    const tree = cheapest(part.graph, [source], {
      isOpen: (edge) => !closed.has(fixHere[edge] as number),
    });
    const pairs = new Map<number, number>();
    for (const target of part.targets) {
      if (target === source) continue;
      const path = pathOf(tree, target);
      for (const fix of new Set(path?.edges.map((edge) => fixHere[edge] as number)))
        if (fix !== NO_FIX) pairs.set(fix, (pairs.get(fix) ?? 0) + 1);
    }
    return pairs;
  }
}
