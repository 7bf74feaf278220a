import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { adaptEmulators } from './adaptations.ts';
import { listenTo } from './bus-listener.ts';
import { clients, ledgerIn } from './clients.ts';
import { deploy } from './deployment.ts';
import { startEmulators } from './emulators.ts';
import { fillAccount } from './estate.ts';
import { pythonWithEmulators } from './python.ts';
import { type Stage, steps } from './steps.ts';

/**
 * Deploys the synthesised app into emulators on this machine, which enforce its policies, and follows one scan
 * through it. Ends with 0
 * when every step was seen, with 1 at the first that was not; the logs stay in `.cache/deploy`.
 */
const cache = join(import.meta.dirname, '../../.cache');
const work = join(cache, 'deploy');
mkdirSync(work, { recursive: true });

const bin = await timed('Python, MiniStack and moto', () => pythonWithEmulators(cache));
const emulators = await timed('emulators on the loopback', () => startEmulators(bin, work));
try {
  Object.assign(process.env, emulators.environment);
  const outputs = await timed('cdk bootstrap, cdk deploy', () => deploy(work));
  const aws = clients();
  await timed('SageMaker, S3, IAM, Security Hub and SES are filled', () => fillAccount(aws));
  await adaptEmulators(aws);
  const stage: Stage = {
    aws,
    outputs,
    ledger: ledgerIn(outputs.LedgerTable),
    bus: await listenTo(outputs.EventBusName, aws),
    outbox: `${emulators.environment['AWS_ENDPOINT_URL']}/_ministack/ses/messages`,
  };
  for (const { says, run } of steps) await timed(says, () => run(stage));
  console.log('deployed: every step was seen');
} catch (error) {
  console.error(error);
  console.error(`the emulators’ logs are in ${work}`);
  process.exitCode = 1;
} finally {
  await emulators.stop();
}

async function timed<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  process.stdout.write(`${what} … `);
  const result = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${seconds} s${typeof result === 'string' && result.length < 300 ? `: ${result}` : ''}`);
  return result;
}
