import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf } from '#shared/graph/csr.ts';
import { bestFixes, smallestCut } from '#shared/graph/cut.ts';
import { built, type Drawn, drawn, everyPath } from './random-graphs.ts';

const FIXES = [0, 1, 2, 3, 4, 5];
const subsets = Array.from({ length: 2 ** FIXES.length }, (_, bits) =>
  FIXES.filter((fix) => (bits >> fix) & 1),
).sort((one, other) => one.length - other.length);

const without = (graph: Drawn, fixes: readonly number[]): Drawn => ({
  ...graph,
  edges: graph.edges.map((edge) => (fixes.includes(edge.fix) ? { ...edge, from: -1, to: -1 } : edge)),
});

const connects = (graph: Drawn, sources: readonly number[], targets: readonly number[]): number =>
  sources.reduce(
    (sum, source) =>
      sum +
      targets.filter((target) => target !== source && everyPath(graph, source, target).length > 0).length,
    0,
  );

const fixOf = ({ edges }: Drawn): number[] => edges.map(({ fix }) => fix);

const asked = drawn
  .map((graph) => ({ graph, sources: [0, 1], targets: [graph.nodes - 1] }))
  .filter(({ graph }) => graph.nodes > 2);

describe('the smallest cut', () => {
  it('is as small as trying every set of fixes finds', () => {
    fc.assert(
      fc.property(asked, ({ graph, sources, targets }) => {
        const smallest = subsets.find((fixes) => connects(without(graph, fixes), sources, targets) === 0);
        const cut = smallestCut(built(graph), sources, targets, fixOf(graph));
        if (!cut.isPossible) {
          expect(smallest).toBeUndefined();
          expect(cut.path.edges.map((edge) => graph.edges[edge]?.fix)).toEqual(cut.path.edges.map(() => -1));
          expect(sources).toContain(cut.path.nodes[0]);
          expect(targets).toContain(cut.path.nodes.at(-1));
          return;
        }
        expect(connects(without(graph, cut.fixes), sources, targets)).toBe(0);
        expect(cut.fixes.length).toBe(smallest?.length);
        expect(cut).toMatchObject({ isSmallest: true, atLeast: cut.fixes.length });
      }),
      { numRuns: 500 },
    );
  });

  it('still cuts, and claims no more than it has proven, when its steps run out', () => {
    fc.assert(
      fc.property(asked, fc.nat({ max: 4 }), ({ graph, sources, targets }, steps) => {
        const cut = smallestCut(built(graph), sources, targets, fixOf(graph), { steps });
        if (!cut.isPossible) return;
        const smallest = subsets.find((fixes) => connects(without(graph, fixes), sources, targets) === 0);
        expect(connects(without(graph, cut.fixes), sources, targets)).toBe(0);
        expect(cut.atLeast).toBeLessThanOrEqual(smallest?.length ?? 0);
        expect(cut.isSmallest).toBe(cut.atLeast === cut.fixes.length);
        for (const fix of cut.fixes)
          expect(
            connects(
              without(
                graph,
                cut.fixes.filter((other) => other !== fix),
              ),
              sources,
              targets,
            ),
          ).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('prefers one fix on many edges to few edges with a fix each', () => {
    // 0 → {1, 2, 3} → 4 → 5: fix 0 cuts the first three, fix 1 and 2 the next, and nothing the last.
    const graph = graphOf(6, { from: [0, 0, 0, 1, 2, 3, 4], to: [1, 2, 3, 4, 4, 4, 5] });
    expect(smallestCut(graph, [0], [5], [0, 0, 0, 1, 2, 2, -1])).toEqual({
      isPossible: true,
      fixes: [0],
      isSmallest: true,
      atLeast: 1,
    });
  });

  it('needs no fix where nothing is connected, and no fix helps a source that is the target', () => {
    const graph = graphOf(2, { from: [1], to: [0] });
    expect(smallestCut(graph, [0], [1], [0])).toMatchObject({ fixes: [], isSmallest: true, atLeast: 0 });
    expect(smallestCut(graph, [0], [0], [0])).toEqual({
      isPossible: false,
      path: { nodes: [0], edges: [] },
    });
  });
});

describe('the best fixes', () => {
  it('disconnect each time the most pairs, and count them right', () => {
    fc.assert(
      fc.property(asked, ({ graph, sources }) => {
        const targets = [graph.nodes - 1, graph.nodes - 2];
        const { connected, fixes } = bestFixes(built(graph), sources, targets, fixOf(graph), 3);
        expect(connected).toBe(connects(graph, sources, targets));
        fixes.forEach(({ fix, cuts }, index) => {
          const before = fixes.slice(0, index).map((each) => each.fix);
          const cutsOf = (more: number): number =>
            connected - connects(without(graph, [...before, more]), sources, targets);
          expect(cuts).toBe(cutsOf(fix));
          expect(cuts).toBe(Math.max(...FIXES.map(cutsOf)));
        });
        if (fixes.length < 3) {
          const left = without(
            graph,
            fixes.map(({ fix }) => fix),
          );
          // Either all is disconnected, or what is left has no fix on its shortest paths.
          const cutsAny = FIXES.some(
            (fix) => connects(without(left, [fix]), sources, targets) < connects(left, sources, targets),
          );
          expect(cutsAny).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('say of each how many pairs are disconnected with those before it', () => {
    // Sources 0 and 1, targets 3 and 4, through 2: fix 7 cuts source 0, fix 8 source 1, fix 9 both ways to 3.
    const graph = graphOf(5, { from: [0, 1, 2, 2], to: [2, 2, 3, 4] });
    expect(bestFixes(graph, [0, 1], [3, 4], [7, 8, 9, -1], 5)).toEqual({
      connected: 4,
      fixes: [
        { fix: 7, cuts: 2 },
        { fix: 8, cuts: 4 },
      ],
    });
  });
});
