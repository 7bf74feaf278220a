import type { AccessFigures } from './access-process.ts';
import { startChild } from './child.ts';
import type { GraphFigures, GraphSize } from './graph-process.ts';
import type { Size } from './large-organisation.ts';

const SIZE: Size = { principals: 100_000, assets: 100_000, policies: 3000, accounts: 20 };
const GRAPH: GraphSize = { nodes: 200_000, edges: 2_000_000, sources: 1000, comparedPart: 0.1 };

export interface ReachFigures {
  readonly access: AccessFigures;
  readonly graph: GraphFigures;
}

/** Who can do what in a large organisation, and how fast a large graph is searched: each in a process of its own. */
export async function measureReach(say: (text: string) => void): Promise<ReachFigures> {
  say(`access: ${SIZE.principals} principals and ${SIZE.assets} assets …`);
  // With the nursery that the functions and the terminal have, and a heap that fits the memory it may take.
  const access = await once<Size, AccessFigures>('./access-process.ts', SIZE, [
    '--max-semi-space-size=8',
    '--max-old-space-size=352',
  ]);
  say(`graph: ${GRAPH.nodes} nodes and ${GRAPH.edges} edges …`);
  return { access, graph: await once<GraphSize, GraphFigures>('./graph-process.ts', GRAPH) };
}

async function once<Question, Answer>(
  module: string,
  question: Question,
  execArgv: readonly string[] = [],
): Promise<Answer> {
  const child = startChild<Question, Answer>(module, execArgv);
  try {
    return await child.ask(question);
  } finally {
    await child.end();
  }
}

/** What took longer or more than it may, or is not as it should be. Compiling is held to its processor time. */
export function excessiveReach({ access, graph }: ReachFigures): string[] {
  const { whoCan, mismatches, sampled } = access;
  return [
    access.compileCpuSeconds > 10 &&
      `access takes ${access.compileCpuSeconds.toFixed(1)} s to compile, of at most 10`,
    access.peakMebibytes > 500 && `access takes ${access.peakMebibytes.toFixed(0)} MiB, of at most 500`,
    whoCan.medianMilliseconds > 50 &&
      `who can takes ${whoCan.medianMilliseconds.toFixed(0)} ms, of at most 50`,
    mismatches > 0 && `${mismatches} of ${sampled} answers are not those of the evaluation one by one`,
    sampled < 199_000 && `only ${sampled} answers were compared`,
    graph.searchMilliseconds > 300 &&
      `a search of the graph takes ${graph.searchMilliseconds.toFixed(0)} ms, of at most 300`,
  ].filter((each) => each !== false);
}

if (import.meta.main) {
  const figures = await measureReach((text) => process.stderr.write(`${text}\n`));
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  for (const each of excessiveReach(figures)) {
    process.stderr.write(`OVER BUDGET: ${each}\n`);
    process.exitCode = 1;
  }
}
