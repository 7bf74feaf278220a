import fc from 'fast-check';
import { type Graph, graphOf } from '#shared/graph/csr.ts';

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  /** -1 where nothing cuts it. */
  readonly fix: number;
}

export interface Drawn {
  readonly nodes: number;
  readonly edges: readonly Edge[];
}

/** Small graphs with loops, several edges between the same nodes, and few fixes that cut many edges. */
export const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 2, max: 7 }).chain((nodes) => {
  const node = fc.nat({ max: nodes - 1 });
  return fc.record({
    nodes: fc.constant(nodes),
    edges: fc.array(
      fc.record({ from: node, to: node, cost: fc.nat({ max: 4 }), fix: fc.integer({ min: -1, max: 5 }) }),
      { maxLength: 14 },
    ),
  });
});

export const built = ({ nodes, edges }: Drawn): Graph =>
  graphOf(nodes, {
    from: edges.map(({ from }) => from),
    to: edges.map(({ to }) => to),
    cost: edges.map(({ cost }) => cost),
  });

/** Every path without a node twice, as its edges; a path of no edge where both are the same. */
export function everyPath({ edges }: Drawn, source: number, target: number): number[][] {
  const found: number[][] = [];
  const walk = (node: number, seen: readonly number[], path: readonly number[]): void => {
    if (node === target) {
      found.push([...path]);
      return;
    }
    edges.forEach((edge, number) => {
      if (edge.from === node && !seen.includes(edge.to)) walk(edge.to, [...seen, edge.to], [...path, number]);
    });
  };
  walk(source, [source], []);
  return found;
}

export const costOf = ({ edges }: Drawn, path: readonly number[]): number =>
  path.reduce((sum, edge) => sum + (edges[edge] as Edge).cost, 0);
