/**
 * A directed graph in compressed sparse rows: nodes and edges are numbers from 0, and what they stand for is held by
 * the caller beside it. 18 bytes an edge and 8 a node, both directions together.
 */
export interface Graph {
  readonly nodes: number;
  readonly edges: number;
  /** Edges by the node that they leave. */
  readonly forward: Rows;
  /** Edges by the node that they enter. */
  readonly reverse: Rows;
  /** Of each edge, by its number: a small whole number. */
  readonly cost: Uint16Array;
}

/** Of node n the entries from `starts[n]` to before `starts[n + 1]`, in ascending order of their edges. */
export interface Rows {
  readonly starts: Uint32Array;
  /** The number of the edge. */
  readonly edge: Uint32Array;
  /** The node at its other end. */
  readonly node: Uint32Array;
}

export interface EdgeList {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** 1 each where it is left out. */
  readonly cost?: ArrayLike<number>;
}

const MOST_COST = 0xffff;

/** Sorts by counting, which keeps the edges of a node in the order of their numbers. */
function rowsOf(nodes: number, here: ArrayLike<number>, there: ArrayLike<number>): Rows {
  const edges = here.length;
  const starts = new Uint32Array(nodes + 1);
  for (let edge = 0; edge < edges; edge++) {
    const node = (here[edge] as number) + 1;
    starts[node] = (starts[node] as number) + 1;
  }
  for (let node = 0; node < nodes; node++)
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
  const next = starts.slice(0, nodes);
  const rows: Rows = { starts, edge: new Uint32Array(edges), node: new Uint32Array(edges) };
  for (let edge = 0; edge < edges; edge++) {
    const node = here[edge] as number;
    const entry = next[node] as number;
    next[node] = entry + 1;
    rows.edge[entry] = edge;
    rows.node[entry] = there[edge] as number;
  }
  return rows;
}

/** Builds the graph of edges that keep their numbers. Throws where one names no node or costs what does not fit. */
export function graphOf(nodes: number, { from, to, cost }: EdgeList): Graph {
  const edges = from.length;
  if (to.length !== edges || (cost && cost.length !== edges))
    throw new RangeError('every edge wants both of its ends and its cost');
  for (let edge = 0; edge < edges; edge++) {
    if (!((from[edge] as number) < nodes && (to[edge] as number) < nodes))
      throw new RangeError(`edge ${edge} leads from or to a node that is not there`);
    const costs = cost?.[edge] ?? 1;
    if (!Number.isInteger(costs) || costs < 0 || costs > MOST_COST)
      throw new RangeError(`edge ${edge} costs ${costs}: wants a whole number up to ${MOST_COST}`);
  }
  return {
    nodes,
    edges,
    forward: rowsOf(nodes, from, to),
    reverse: rowsOf(nodes, to, from),
    cost: cost ? Uint16Array.from(cost) : new Uint16Array(edges).fill(1),
  };
}
