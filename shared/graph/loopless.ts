import type { Graph } from './csr.ts';
import { type Path, type Tree, UNREACHED } from './search.ts';

/** A path that is still being walked, as the last of its nodes and the path before. */
interface Walk {
  readonly node: number;
  readonly edge: number;
  readonly before: Walk | undefined;
  readonly cost: number;
  /** The least that any path costs that goes on from here. */
  readonly least: number;
  /** When it was begun. */
  readonly order: number;
}

/** Cheapest first; of equals the one begun last, so that one path is walked to its end before the next is tried. */
const isBefore = (one: Walk, other: Walk): boolean =>
  one.least < other.least || (one.least === other.least && one.order > other.order);

class Heap {
  readonly #walks: Walk[] = [];

  push(walk: Walk): void {
    const walks = this.#walks;
    let at = walks.push(walk) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(walk, walks[above] as Walk)) break;
      walks[at] = walks[above] as Walk;
      at = above;
    }
    walks[at] = walk;
  }

  pop(): Walk | undefined {
    const walks = this.#walks;
    const first = walks[0];
    const last = walks.pop();
    if (last === undefined || walks.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= walks.length) break;
      if (below + 1 < walks.length && isBefore(walks[below + 1] as Walk, walks[below] as Walk)) below++;
      if (!isBefore(walks[below] as Walk, last)) break;
      walks[at] = walks[below] as Walk;
      at = below;
    }
    walks[at] = last;
    return first;
  }
}

const passes = (walk: Walk | undefined, node: number): boolean => {
  for (let at = walk; at; at = at.before) if (at.node === node) return true;
  return false;
};

function walked(last: Walk): Path {
  const nodes: number[] = [];
  const edges: number[] = [];
  for (let at: Walk | undefined = last; at; at = at.before) {
    nodes.push(at.node);
    if (at.before) edges.push(at.edge);
  }
  return { nodes: nodes.reverse(), edges: edges.reverse() };
}

export interface LooplessPaths {
  /** Cheapest first. Paths that differ only in which of several edges they take are different ones. */
  readonly paths: readonly Path[];
  /** False where the search was given up before it had found as many as were asked for, or all there are. */
  readonly isComplete: boolean;
}

/**
 * The cheapest paths from a source to the targets of a tree, none through a node twice and none beyond a target: best
 * first, guided by what the rest costs at least. `toTargets` is {@link cheapest} in reverse from the targets, and
 * serves every source.
 */
export function looplessPaths(
  graph: Graph,
  toTargets: Tree,
  source: number,
  {
    most,
    steps = 100_000,
    isOpen,
  }: {
    readonly most: number;
    readonly steps?: number;
    readonly isOpen?: (edge: number) => boolean;
  },
): LooplessPaths {
  const { starts, edge: edges, node: neighbours } = graph.forward;
  const rest = toTargets.distance;
  const paths: Path[] = [];
  const heap = new Heap();
  let order = 0;
  if (rest[source] !== UNREACHED)
    heap.push({ node: source, edge: -1, before: undefined, cost: 0, least: rest[source] as number, order });
  for (let step = 0; paths.length < most; step++) {
    const walk = heap.pop();
    if (!walk) return { paths, isComplete: true };
    if (step >= steps) return { paths, isComplete: false };
    const isAtTarget = toTargets.edge[walk.node] === -1;
    if (isAtTarget) {
      paths.push(walked(walk));
      continue;
    }
    // The last is begun last and walked first: of equals, the edge with the lowest number.
    for (let entry = (starts[walk.node + 1] as number) - 1; entry >= (starts[walk.node] as number); entry--) {
      const node = neighbours[entry] as number;
      const edge = edges[entry] as number;
      if (rest[node] === UNREACHED || passes(walk, node) || (isOpen && !isOpen(edge))) continue;
      const cost = walk.cost + (graph.cost[edge] as number);
      heap.push({ node, edge, before: walk, cost, least: cost + (rest[node] as number), order: ++order });
    }
  }
  return { paths, isComplete: true };
}
