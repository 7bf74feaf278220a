import { type Graph, graphOf } from './csr.ts';
import { breadthFirst, UNREACHED } from './search.ts';

/** The part of a graph that lies on ways from sources to targets, with numbers of its own. */
export interface Between {
  readonly graph: Graph;
  /** The sources and targets that are connected at all, by their numbers here. */
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** What each node and each edge is called in the whole graph. */
  readonly nodeOf: Uint32Array;
  readonly edgeOf: Uint32Array;
}

/** Leaves out what no way from a source to a target can pass. Nodes and edges keep their order. */
export function between(graph: Graph, sources: readonly number[], targets: readonly number[]): Between {
  const ahead = breadthFirst(graph, sources).distance;
  const behind = breadthFirst(graph, targets, { direction: 'reverse' }).distance;
  const isOn = (node: number): boolean => ahead[node] !== UNREACHED && behind[node] !== UNREACHED;
  const numbers = new Int32Array(graph.nodes).fill(-1);
  const nodeOf: number[] = [];
  for (let node = 0; node < graph.nodes; node++) if (isOn(node)) numbers[node] = nodeOf.push(node) - 1;
  const ends: { edge: number; from: number; to: number }[] = [];
  const { starts, edge: edges, node: neighbours } = graph.forward;
  nodeOf.forEach((node, from) => {
    const end = starts[node + 1] as number;
    for (let entry = starts[node] as number; entry < end; entry++) {
      const to = numbers[neighbours[entry] as number] as number;
      if (to >= 0) ends.push({ edge: edges[entry] as number, from, to });
    }
  });
  ends.sort((one, other) => one.edge - other.edge);
  const here = (nodes: readonly number[]): number[] =>
    [...new Set(nodes)].map((node) => numbers[node] as number).filter((number) => number >= 0);
  return {
    graph: graphOf(nodeOf.length, {
      from: ends.map(({ from }) => from),
      to: ends.map(({ to }) => to),
      cost: ends.map(({ edge }) => graph.cost[edge] as number),
    }),
    sources: here(sources),
    targets: here(targets),
    nodeOf: Uint32Array.from(nodeOf),
    edgeOf: Uint32Array.from(ends, ({ edge }) => edge),
  };
}
