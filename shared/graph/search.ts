import type { Graph } from './csr.ts';

/** The distance of a node that is not reached. */
export const UNREACHED = 0xffffffff;
const NONE = -1;

export interface SearchOptions {
  /** `reverse` searches from targets against the edges, so that one search finds who reaches any of them. */
  readonly direction?: 'forward' | 'reverse';
  /** Edges that may be walked; all where it is left out. */
  readonly isOpen?: (edge: number) => boolean;
}

/** How every node that is reached is reached: a forest whose roots are the starts. */
export interface Tree {
  readonly direction: 'forward' | 'reverse';
  /** From the nearest start, in edges or in cost; {@link UNREACHED} where there is no path. */
  readonly distance: Uint32Array;
  /** The edge on which the node is reached, and the node at its other end; -1 at starts and where unreached. */
  readonly edge: Int32Array;
  readonly node: Int32Array;
  /** The nodes that are reached, in the order in which they were: nearest first. */
  readonly reached: Uint32Array;
}

/** Nodes in the direction of the edges, and the edges between them: one fewer. */
export interface Path {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

function emptyTree(nodes: number, direction: 'forward' | 'reverse') {
  return {
    direction,
    distance: new Uint32Array(nodes).fill(UNREACHED),
    edge: new Int32Array(nodes).fill(NONE),
    node: new Int32Array(nodes).fill(NONE),
    reached: new Uint32Array(nodes),
  };
}

/**
 * Searches breadth first from all starts at once. Of paths of equal length it keeps the one whose start, and then
 * whose edges, come first.
 */
export function breadthFirst(
  graph: Graph,
  starts: Iterable<number>,
  { direction = 'forward', isOpen }: SearchOptions = {},
): Tree {
  const { starts: rows, edge: edges, node: neighbours } = graph[direction];
  const tree = emptyTree(graph.nodes, direction);
  const { distance, reached: queue } = tree;
  let tail = 0;
  for (const start of starts) {
    if (distance[start] === 0) continue;
    distance[start] = 0;
    queue[tail++] = start;
  }
  for (let head = 0; head < tail; head++) {
    const here = queue[head] as number;
    const next = (distance[here] as number) + 1;
    const end = rows[here + 1] as number;
    for (let entry = rows[here] as number; entry < end; entry++) {
      const there = neighbours[entry] as number;
      if (distance[there] !== UNREACHED) continue;
      const edge = edges[entry] as number;
      if (isOpen && !isOpen(edge)) continue;
      distance[there] = next;
      tree.edge[there] = edge;
      tree.node[there] = here;
      queue[tail++] = there;
    }
  }
  return { ...tree, reached: queue.slice(0, tail) };
}

/**
 * Finds the cheapest paths from all starts at once, with a ring of buckets, one for each distance that can be waiting.
 * Of equally cheap paths it keeps the one that it finds first, which is the same in every run.
 */
export function cheapest(
  graph: Graph,
  starts: Iterable<number>,
  { direction = 'forward', isOpen, costOf }: SearchOptions & { readonly costOf?: Uint16Array } = {},
): Tree {
  const { starts: rows, edge: edges, node: neighbours } = graph[direction];
  const cost = costOf ?? graph.cost;
  const tree = emptyTree(graph.nodes, direction);
  const { distance } = tree;
  const ring = cost.reduce((most, each) => Math.max(most, each), 0) + 1;
  const buckets: number[][] = Array.from({ length: ring }, () => []);
  const settled = new Uint8Array(graph.nodes);
  let waiting = 0;
  for (const start of starts) {
    if (distance[start] === 0) continue;
    distance[start] = 0;
    buckets[0]?.push(start);
    waiting++;
  }
  let count = 0;
  for (let at = 0; waiting > 0; at++) {
    const bucket = buckets[at % ring] as number[];
    // Edges that cost nothing add to the bucket while it is walked.
    for (let index = 0; index < bucket.length; index++) {
      waiting--;
      const here = bucket[index] as number;
      if (settled[here] === 1) continue;
      settled[here] = 1;
      tree.reached[count++] = here;
      const end = rows[here + 1] as number;
      for (let entry = rows[here] as number; entry < end; entry++) {
        const there = neighbours[entry] as number;
        const edge = edges[entry] as number;
        const next = at + (cost[edge] as number);
        if (next >= (distance[there] as number) || (isOpen && !isOpen(edge))) continue;
        distance[there] = next;
        tree.edge[there] = edge;
        tree.node[there] = here;
        (buckets[next % ring] as number[]).push(there);
        waiting++;
      }
    }
    bucket.length = 0;
  }
  return { ...tree, reached: tree.reached.slice(0, count) };
}

/** The path between a node and the start that the tree reached it from; undefined where it is not reached. */
export function pathOf(tree: Tree, node: number): Path | undefined {
  if (tree.distance[node] === UNREACHED) return undefined;
  const nodes = [node];
  const edges: number[] = [];
  for (let here = node; tree.edge[here] !== NONE; ) {
    edges.push(tree.edge[here] as number);
    here = tree.node[here] as number;
    nodes.push(here);
  }
  return tree.direction === 'forward' ? { nodes: nodes.reverse(), edges: edges.reverse() } : { nodes, edges };
}

/** What is reached from any of the starts, themselves included: ascending. */
export const reachable = (graph: Graph, starts: Iterable<number>, options: SearchOptions = {}): Uint32Array =>
  breadthFirst(graph, starts, options).reached.sort();

/**
 * How many nodes of each class every start reaches by itself, the start not counted: the blast radius of each. A row
 * for each start, a column for each class. Thirty-two starts are walked at once.
 */
export function countsReached(
  graph: Graph,
  starts: readonly number[],
  classOf: ArrayLike<number>,
  classes: number,
  { direction = 'forward', isOpen }: SearchOptions = {},
): readonly Uint32Array[] {
  const { starts: rows, edge: edges, node: neighbours } = graph[direction];
  const counts = starts.map(() => new Uint32Array(classes));
  const seen = new Int32Array(graph.nodes);
  const fresh = new Int32Array(graph.nodes);
  for (let first = 0; first < starts.length; first += 32) {
    const batch = starts.slice(first, first + 32);
    seen.fill(0);
    let frontier: number[] = [];
    batch.forEach((start, bit) => {
      if (fresh[start] === 0) frontier.push(start);
      fresh[start] = (fresh[start] as number) | (1 << bit);
      seen[start] = (seen[start] as number) | (1 << bit);
    });
    while (frontier.length > 0) {
      const following: number[] = [];
      for (const here of frontier) {
        const bits = fresh[here] as number;
        fresh[here] = 0;
        const end = rows[here + 1] as number;
        for (let entry = rows[here] as number; entry < end; entry++) {
          const there = neighbours[entry] as number;
          const added = bits & ~(seen[there] as number);
          if (added === 0 || (isOpen && !isOpen(edges[entry] as number))) continue;
          seen[there] = (seen[there] as number) | added;
          if (fresh[there] === 0) following.push(there);
          fresh[there] = (fresh[there] as number) | added;
        }
      }
      frontier = following;
    }
    for (let node = 0; node < graph.nodes; node++) {
      for (let bits = seen[node] as number; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        if (batch[bit] === node) continue;
        const row = counts[first + bit] as Uint32Array;
        const column = classOf[node] as number;
        row[column] = (row[column] as number) + 1;
      }
    }
  }
  return counts;
}
