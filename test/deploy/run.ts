import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startEmulators } from './emulators.ts';
import { pythonWithEmulators } from './python.ts';
import { run } from './run-command.ts';
const root = join(import.meta.dirname, '../..');
const work = join(root, '.cache/deploy'); mkdirSync(work, {recursive: true});
const bin = await pythonWithEmulators(join(root, '.cache'));
const em = await startEmulators(bin, work);
const env = { ...process.env, ...em.environment, AISPM_CONFIG: join(import.meta.dirname, 'aispm.config.yaml') };
const cdk = join(root, 'node_modules/.bin/cdk');
try {
  console.log(JSON.stringify(em.environment));
  let t = Date.now();
  console.log((await run(cdk, ['bootstrap', '--output', join(work,'cdk.out')], {env})).slice(-1500), Date.now()-t);
  t = Date.now();
  console.log((await run(cdk, ['deploy', '--require-approval', 'never', '--output', join(work,'cdk.out'), '--outputs-file', join(work,'outputs.json')], {env})).slice(-3500), Date.now()-t);
  if (process.env.HOLD) await new Promise(r => setTimeout(r, Number(process.env.HOLD)*1000));
} finally { await em.stop(); }
