import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { callerOf } from '#shared/access/aws/caller.ts';
import type { Scenario } from '#test/shared/access/aws/scenario.ts';
import { run } from '../../deploy/run-command.ts';

/** As it was when the divergences were last explained. Its licence is the AGPL: it stays outside of the repository. */
export const ORACLE = '@cloud-copilot/iam-simulate@0.1.173';

export type Answer =
  | {
      readonly access: 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';
      readonly ignored?: readonly string[];
    }
  /** It would not evaluate. */
  | { readonly refused: string };

export type Ask = (scenarios: readonly Scenario[]) => Promise<readonly Answer[]>;

/** Installs the oracle in a folder that is gone afterwards. */
export async function withOracle<Result>(use: (ask: Ask) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'aispm-compare-iam-'));
  const quietly = ['--no-save', '--no-fund', '--no-audit', '--ignore-scripts', '--loglevel=error'];
  try {
    await run('npm', ['install', '--prefix', folder, ...quietly, ORACLE]);
    return await use((scenarios) => ask(folder, scenarios));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ask(folder: string, scenarios: readonly Scenario[]): Promise<readonly Answer[]> {
  const oracle = spawn(process.execPath, [join(import.meta.dirname, 'oracle-process.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => oracle.once('close', resolve));
  const written = pipeline(
    Readable.from(scenarios.map((scenario) => `${JSON.stringify(simulationOf(scenario))}\n`)),
    oracle.stdin,
  );
  const answers: Answer[] = [];
  for await (const line of createInterface({ input: oracle.stdout }))
    answers.push(JSON.parse(line) as Answer);
  await written;
  const code = await ended;
  if (code !== 0 || answers.length !== scenarios.length)
    throw new Error(`the oracle ended with ${code} after ${answers.length} of ${scenarios.length} answers`);
  return answers;
}

/** The same question in the oracle’s words. Source: the package’s documentation. */
export function simulationOf(scenario: Scenario): object {
  const { requester, action, resource, resourceAccount, context } = scenario;
  const policies = (kind: string, documents: Scenario['identity']) =>
    documents.map((policy, index) => ({ name: `${kind} ${index + 1}`, policy }));
  const levels = (kind: string, documents: Scenario['serviceControls']) =>
    documents.map((level, index) => ({
      orgIdentifier: `${kind} ${index + 1}`,
      policies: policies(kind, level),
    }));
  return {
    request: {
      principal: principalOf(requester),
      action,
      resource: { resource, accountId: resourceAccount },
      contextVariables: contextVariables(requester, context),
    },
    identityPolicies: policies('identity', scenario.identity),
    ...(scenario.boundary && { permissionBoundaryPolicies: policies('boundary', [scenario.boundary]) }),
    ...(scenario.session && { sessionPolicy: scenario.session }),
    ...(scenario.resourcePolicy && { resourcePolicy: scenario.resourcePolicy }),
    serviceControlPolicies: levels('scp', scenario.serviceControls),
    resourceControlPolicies: levels('rcp', scenario.resourceControls),
  };
}

function principalOf(requester: Scenario['requester']): unknown {
  switch (requester.kind) {
    case 'role': {
      const [name] = callerOf(requester).names;
      return name ?? requester.arn;
    }
    case 'root':
      return `arn:aws:iam::${requester.account}:root`;
    case 'service':
      return requester.name;
    case 'federated':
      return requester.provider;
    case 'anonymous':
      return { type: 'Anonymous' };
    case 'outsider':
      throw new Error('the oracle knows nobody of whom nothing is known');
    default:
      return requester.arn;
  }
}

/** Keys of several values; a single value of others is not a list there. */
const LISTS = new Set(['aws:TagKeys', 'aws:CalledVia']);

function contextVariables(requester: Scenario['requester'], context: Scenario['context']): object {
  const derived = [...callerOf(requester).keys].filter(([, values]) => values.length > 0);
  const said = Object.entries(context).filter(([, values]) => values.length > 0);
  return Object.fromEntries(
    [...derived, ...said].map(([key, values]) => [key, LISTS.has(key) ? values : values[0]]),
  );
}
