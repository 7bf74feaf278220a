import { between } from './between.ts';
import type { Graph } from './csr.ts';
import { type BestFixes, bestFixes, NO_FIX } from './cut.ts';
import { reachable } from './search.ts';

/** Above this many fixes, pairs are not tried one by one. */
const MOST_TRIED = 40;

/**
 * The two fixes that together disconnect most pairs of source and target. One after the other is not the same: two ways
 * to a target side by side are cut by two fixes of which each alone cuts nothing. Tries all pairs where there are few
 * fixes, and gives {@link bestFixes} where there are many.
 */
export function bestPair(
  graph: Graph,
  sources: readonly number[],
  targets: readonly number[],
  fixOf: ArrayLike<number>,
): BestFixes {
  const part = between(graph, sources, targets);
  const fixHere = Int32Array.from(part.edgeOf, (edge) => fixOf[edge] as number);
  const fixes = [...new Set(fixHere)].filter((fix) => fix !== NO_FIX).sort((a, b) => a - b);
  const greedy = bestFixes(graph, sources, targets, fixOf, 2);
  if (fixes.length > MOST_TRIED) return greedy;
  const isTarget = new Uint8Array(part.graph.nodes);
  for (const target of part.targets) isTarget[target] = 1;
  const connectedWithout = (...closed: readonly number[]): number =>
    part.sources.reduce((sum, source) => {
      const reached = reachable(part.graph, [source], {
        isOpen: (edge) => !closed.includes(fixHere[edge] as number),
      });
      return (
        sum + reached.reduce((count, node) => count + (node !== source ? (isTarget[node] as number) : 0), 0)
      );
    }, 0);
  const connected = connectedWithout();
  const alone = new Map(fixes.map((fix) => [fix, connected - connectedWithout(fix)]));
  let best = { cuts: greedy.fixes.at(-1)?.cuts ?? 0, pair: greedy.fixes.map(({ fix }) => fix) };
  for (const [position, one] of fixes.entries())
    for (const other of fixes.slice(position + 1)) {
      const cuts = connected - connectedWithout(one, other);
      if (cuts > best.cuts) best = { cuts, pair: [one, other] };
    }
  const [first, second] = best.pair.toSorted((a, b) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0));
  if (first === undefined) return { connected, fixes: [] };
  const gains = [{ fix: first, cuts: alone.get(first) ?? 0 }];
  return {
    connected,
    fixes: second === undefined ? gains : [...gains, { fix: second, cuts: best.cuts }],
  };
}
