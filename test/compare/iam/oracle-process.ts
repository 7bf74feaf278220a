/**
 * A process of its own that asks iam-simulate: scenarios in JSON on the lines of its input, answers on those of its
 * output. Started with the folder that the package was installed into; nothing here is linked with it.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [, , folder = ''] = process.argv;

/** As far as it is asked. Source: the package’s documentation. */
interface Simulator {
  runSimulation(
    simulation: unknown,
    options: { simulationMode: 'Strict' },
  ): Promise<{
    resultType: 'error' | 'single' | 'wildcard';
    overallResult?: 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';
    result?: { ignoredContextKeys?: string[] };
    errors?: unknown;
  }>;
}
const { runSimulation } = (await import(
  pathToFileURL(join(folder, 'node_modules/@cloud-copilot/iam-simulate/dist/esm/index.js')).href
)) as Simulator;

for await (const line of createInterface({ input: process.stdin })) {
  const { resultType, overallResult, result, errors } = await runSimulation(JSON.parse(line), {
    simulationMode: 'Strict',
  });
  const ignored = result?.ignoredContextKeys ?? [];
  const answer =
    resultType === 'error' || overallResult === undefined
      ? { refused: JSON.stringify(errors) }
      : { access: overallResult, ...(ignored.length > 0 && { ignored }) };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
