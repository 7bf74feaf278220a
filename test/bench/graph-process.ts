import { MultiDirectedGraph } from 'graphology';
import { graphOf } from '#shared/graph/csr.ts';
import { breadthFirst } from '#shared/graph/search.ts';
import { answering } from './child.ts';
import { numbersFrom } from './large-organisation.ts';

export interface GraphSize {
  readonly nodes: number;
  readonly edges: number;
  /** The searches begin at so many nodes at once. */
  readonly sources: number;
  /** graphology takes a minute to build what ours takes a second to: it is measured at a part of the size. */
  readonly comparedPart: number;
}

export interface GraphFigures extends GraphSize {
  readonly buildMilliseconds: number;
  readonly searchMilliseconds: number;
  readonly reached: number;
  /** Both at the smaller size. */
  readonly compared: {
    readonly nodes: number;
    readonly edges: number;
    readonly ours: Milliseconds;
    readonly graphology: Milliseconds;
  };
}

interface Milliseconds {
  readonly build: number;
  readonly search: number;
}

/** Of as many runs the quickest, which is what the machine can do when nothing else runs. */
const RUNS = 5;

function quickest<Result>(run: () => Result): { readonly milliseconds: number; readonly result: Result } {
  let milliseconds = Number.POSITIVE_INFINITY;
  let result: Result | undefined;
  for (let time = 0; time < RUNS; time++) {
    const began = performance.now();
    result = run();
    milliseconds = Math.min(milliseconds, performance.now() - began);
  }
  return { milliseconds, result: result as Result };
}

interface Edges {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

function randomEdges(nodes: number, edges: number): Edges {
  const below = numbersFrom(3);
  return {
    nodes,
    from: Uint32Array.from({ length: edges }, () => below(nodes)),
    to: Uint32Array.from({ length: edges }, () => below(nodes)),
  };
}

function ours({ nodes, from, to }: Edges, sources: readonly number[]) {
  const build = quickest(() => graphOf(nodes, { from, to }));
  const search = quickest(() => breadthFirst(build.result, sources).reached.length);
  return { build: build.milliseconds, search: search.milliseconds, reached: search.result };
}

function graphology({ nodes, from, to }: Edges, sources: readonly number[]) {
  const began = performance.now();
  const graph = new MultiDirectedGraph();
  for (let node = 0; node < nodes; node++) graph.addNode(node);
  for (let edge = 0; edge < from.length; edge++) graph.addDirectedEdge(from[edge], to[edge]);
  const build = performance.now() - began;
  const search = quickest(() => {
    const seen = new Set(sources.map(String));
    const queue = [...seen];
    for (const node of queue)
      graph.forEachOutNeighbor(node, (neighbour) => {
        if (seen.has(neighbour)) return;
        seen.add(neighbour);
        queue.push(neighbour);
      });
    return queue.length;
  });
  return { build, search: search.milliseconds, reached: search.result };
}

answering<GraphSize, GraphFigures>(async (size) => {
  const sources = Array.from({ length: size.sources }, (_, number) => number);
  const whole = ours(randomEdges(size.nodes, size.edges), sources);
  const part = randomEdges(
    Math.floor(size.nodes * size.comparedPart),
    Math.floor(size.edges * size.comparedPart),
  );
  const [own, theirs] = [ours(part, sources), graphology(part, sources)];
  if (own.reached !== theirs.reached) throw new Error('the two graphs do not reach the same nodes');
  return {
    ...size,
    buildMilliseconds: whole.build,
    searchMilliseconds: whole.search,
    reached: whole.reached,
    compared: { nodes: part.nodes, edges: part.from.length, ours: own, graphology: theirs },
  };
});
