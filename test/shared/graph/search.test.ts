import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '#shared/graph/between.ts';
import { graphOf } from '#shared/graph/csr.ts';
import { looplessPaths } from '#shared/graph/loopless.ts';
import { breadthFirst, cheapest, countsReached, pathOf, reachable, UNREACHED } from '#shared/graph/search.ts';
import { built, costOf, type Drawn, drawn, everyPath } from './random-graphs.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

/** Two nodes of a graph, by fractions of its size. */
const withNodes = fc.tuple(drawn, fc.nat(), fc.nat()).map(([graph, one, other]) => ({
  graph,
  one: one % graph.nodes,
  other: other % graph.nodes,
}));

const leads = ({ edges }: Drawn, path: { nodes: readonly number[]; edges: readonly number[] }): void => {
  expect(path.edges.map((edge) => edges[edge]?.from)).toEqual(path.nodes.slice(0, -1));
  expect(path.edges.map((edge) => edges[edge]?.to)).toEqual(path.nodes.slice(1));
};

describe('a graph in rows', () => {
  it('keeps the numbers of edges in both directions', () => {
    const graph = graphOf(3, { from: [2, 0, 2], to: [0, 1, 0], cost: [5, 6, 7] });
    expect([...graph.forward.starts]).toEqual([0, 1, 1, 3]);
    expect([...graph.forward.edge]).toEqual([1, 0, 2]);
    expect([...graph.reverse.edge]).toEqual([0, 2, 1]);
    expect([...graph.reverse.node]).toEqual([2, 2, 0]);
    expect([...graph.cost]).toEqual([5, 6, 7]);
  });

  it.each([
    ['a node that is not there', { from: [0], to: [3] }],
    ['one end', { from: [0], to: [] }],
    ['a cost below nothing', { from: [0], to: [1], cost: [-1] }],
    ['a part of a cost', { from: [0], to: [1], cost: [1.5] }],
    ['a cost too large', { from: [0], to: [1], cost: [65_536] }],
  ])('refuses an edge with %s', (_, edges) => {
    expect(() => graphOf(3, edges)).toThrow(RangeError);
  });
});

describe('breadth first', () => {
  it('finds the shortest path from the nearest of many starts, as trying every path does', () => {
    fc.assert(
      fc.property(withNodes, ({ graph, one, other }) => {
        const starts = [one, other];
        const tree = breadthFirst(built(graph), starts);
        for (const node of numbers(graph.nodes)) {
          const lengths = starts
            .flatMap((start) => everyPath(graph, start, node))
            .map(({ length }) => length);
          const path = pathOf(tree, node);
          expect(tree.distance[node]).toBe(lengths.length > 0 ? Math.min(...lengths) : UNREACHED);
          expect(path?.edges.length).toBe(lengths.length > 0 ? Math.min(...lengths) : undefined);
          if (!path) continue;
          leads(graph, path);
          expect(starts).toContain(path.nodes[0]);
        }
      }),
    );
  });

  it('finds against the edges who reaches any of many targets, with paths in the direction of the edges', () => {
    fc.assert(
      fc.property(withNodes, ({ graph, one, other }) => {
        const tree = breadthFirst(built(graph), [one, other], { direction: 'reverse' });
        for (const node of numbers(graph.nodes)) {
          const lengths = [one, other]
            .flatMap((end) => everyPath(graph, node, end))
            .map(({ length }) => length);
          const path = pathOf(tree, node);
          expect(path?.edges.length).toBe(lengths.length > 0 ? Math.min(...lengths) : undefined);
          if (!path) continue;
          leads(graph, path);
          expect(path.nodes[0]).toBe(node);
          expect([one, other]).toContain(path.nodes.at(-1));
        }
      }),
    );
  });

  it('takes the lower edge of two, and walks no edge that is closed', () => {
    const graph = graphOf(2, { from: [0, 0], to: [1, 1] });
    expect(pathOf(breadthFirst(graph, [0]), 1)?.edges).toEqual([0]);
    expect(pathOf(breadthFirst(graph, [0], { isOpen: (edge) => edge !== 0 }), 1)?.edges).toEqual([1]);
    expect(pathOf(breadthFirst(graph, [0], { isOpen: () => false }), 1)).toBeUndefined();
  });
});

describe('cheapest', () => {
  it.each(['forward', 'reverse'] as const)('finds what trying every path %s finds', (direction) => {
    fc.assert(
      fc.property(withNodes, ({ graph, one, other }) => {
        const tree = cheapest(built(graph), [one, other], { direction });
        for (const node of numbers(graph.nodes)) {
          const costs = [one, other]
            .flatMap((end) =>
              direction === 'forward' ? everyPath(graph, end, node) : everyPath(graph, node, end),
            )
            .map((path) => costOf(graph, path));
          const path = pathOf(tree, node);
          expect(tree.distance[node]).toBe(costs.length > 0 ? Math.min(...costs) : UNREACHED);
          if (!path) continue;
          leads(graph, path);
          expect(costOf(graph, path.edges)).toBe(tree.distance[node]);
        }
        const distances = [...tree.reached].map((node) => tree.distance[node] as number);
        expect(distances).toEqual([...distances].sort((a, b) => a - b));
        expect(new Set(tree.reached).size).toBe(tree.reached.length);
      }),
    );
  });

  it('prefers a longer way that costs less, unless it is closed', () => {
    const graph = graphOf(3, { from: [0, 0, 1], to: [2, 1, 2], cost: [9, 1, 1] });
    expect(pathOf(cheapest(graph, [0]), 2)?.edges).toEqual([1, 2]);
    expect(pathOf(cheapest(graph, [0], { isOpen: (edge) => edge !== 1 }), 2)?.edges).toEqual([0]);
  });
});

describe('loopless paths', () => {
  it('gives the cheapest of all paths, each once, cheapest first', () => {
    fc.assert(
      fc.property(withNodes, fc.integer({ min: 1, max: 6 }), ({ graph, one, other }, most) => {
        const every = everyPath(graph, one, other);
        const costs = every.map((path) => costOf(graph, path)).sort((a, b) => a - b);
        const rows = built(graph);
        const toTargets = cheapest(rows, [other], { direction: 'reverse' });
        const { paths, isComplete } = looplessPaths(rows, toTargets, one, { most });
        expect(isComplete).toBe(true);
        expect(paths.map(({ edges }) => costOf(graph, edges))).toEqual(costs.slice(0, most));
        expect(new Set(paths.map(({ edges }) => edges.join())).size).toBe(paths.length);
        for (const path of paths) {
          leads(graph, path);
          expect(new Set(path.nodes).size).toBe(path.nodes.length);
        }
      }),
    );
  });

  it('takes the lowest edge of equals first', () => {
    const graph = graphOf(2, { from: [0, 0, 0], to: [1, 1, 1] });
    const toTargets = cheapest(graph, [1], { direction: 'reverse' });
    expect(looplessPaths(graph, toTargets, 0, { most: 2 }).paths.map(({ edges }) => edges)).toEqual([
      [0],
      [1],
    ]);
  });

  it('says when it gave up', () => {
    const size = 12;
    const pairs = numbers(size).flatMap((from) => numbers(size).map((to) => ({ from, to })));
    const graph = graphOf(size, { from: pairs.map(({ from }) => from), to: pairs.map(({ to }) => to) });
    const toTargets = cheapest(graph, [size - 1], { direction: 'reverse' });
    const { paths, isComplete } = looplessPaths(graph, toTargets, 0, { most: 1_000_000, steps: 50 });
    expect(isComplete).toBe(false);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.length).toBeLessThan(50);
  });
});

describe('what is reached', () => {
  it('is what has a path, by class and without the start', () => {
    fc.assert(
      fc.property(drawn, (graph) => {
        const rows = built(graph);
        // More than 32, so that the last of them are a batch of their own.
        const starts = numbers(40).map((number) => number % graph.nodes);
        const classOf = numbers(graph.nodes).map((node) => node % 3);
        const counts = countsReached(rows, starts, classOf, 3);
        starts.forEach((start, row) => {
          const expected = numbers(graph.nodes).filter((node) => everyPath(graph, start, node).length > 0);
          expect([...reachable(rows, [start])]).toEqual(expected);
          expect([...(counts[row] ?? [])]).toEqual(
            [0, 1, 2].map(
              (each) => expected.filter((node) => node !== start && classOf[node] === each).length,
            ),
          );
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the part between sources and targets', () => {
  it('has the edges of every path, in their order, and no other', () => {
    fc.assert(
      fc.property(withNodes, ({ graph, one, other }) => {
        const part = between(built(graph), [one], [other]);
        const onPaths = new Set(everyPath(graph, one, other).flat());
        const edges = [...part.edgeOf];
        expect(edges).toEqual([...edges].sort((a, b) => a - b));
        expect([...onPaths].filter((edge) => !edges.includes(edge))).toEqual([]);
        for (const [number, edge] of edges.entries()) {
          const { from, to, cost } = graph.edges[edge] ?? { from: -1, to: -1, cost: -1 };
          expect(everyPath(graph, one, from).length * everyPath(graph, to, other).length).toBeGreaterThan(0);
          expect(part.graph.cost[number]).toBe(cost);
        }
        expect(part.sources.map((source) => part.nodeOf[source])).toEqual(
          onPaths.size > 0 || one === other ? [one] : [],
        );
      }),
    );
  });
});
