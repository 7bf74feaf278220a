import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { run } from './run-command.ts';

const root = join(import.meta.dirname, '../..');

const Outputs = z.object({
  aispm: z.object({
    LedgerTable: z.string(),
    EventBusName: z.string(),
    ScanStateMachine: z.string(),
    DecideFunction: z.string(),
    ScanSchedule: z.string(),
    DigestSchedule: z.string(),
    InspectionQueue: z.string(),
  }),
});
export type Outputs = z.infer<typeof Outputs>['aispm'];

/** `cdk bootstrap` and `cdk deploy` of the app as it stands: nothing in its template is changed for the emulators. */
export async function deploy(work: string): Promise<Outputs> {
  const env = { ...process.env, AISPM_CONFIG: join(import.meta.dirname, 'aispm.config.yaml') };
  const cdk = (...args: string[]) =>
    run(join(root, 'node_modules/.bin/cdk'), [...args, '--output', join(work, 'cdk.out')], { env });
  const outputs = join(work, 'outputs.json');
  await cdk('bootstrap');
  await cdk('deploy', '--require-approval', 'never', '--outputs-file', outputs);
  return Outputs.parse(JSON.parse(readFileSync(outputs, 'utf8'))).aispm;
}
