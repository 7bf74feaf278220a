/**
 * `npm start`: a whole scan of three clouds on loopback, with the real clients. No credentials, no network, and
 * nothing is kept but the report.
 */
import path from 'node:path';
import { startEstate } from '#test/estate/estate.ts';
import { startObjectStores } from '#test/estate/objects.ts';
import { denied, storyWithForgottenRegion } from '#test/estate/story/index.ts';
import { modelFiles } from '#test/estate/story/model-files.ts';
import { endQuietly } from './output.ts';
import { run } from './run.ts';
import { EXIT } from './surroundings.ts';

endQuietly(process.stdout, (message) => process.stderr.write(message));

const report = path.join('.aispm', 'demo', 'report.html');

const estate = await startEstate(storyWithForgottenRegion);
for (const operation of denied) estate.faults.set(operation, { kind: 'denied' });
const objects = await startObjectStores(modelFiles);
const surroundings = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  clock: () => new Date(),
  openClouds: async () => estate.clouds,
  openBucket: objects.openBucket,
};
const store = path.join('.aispm', 'demo', 'store');
const decided = path.join(import.meta.dirname, '../test/estate/story/aispm.config.yaml');
try {
  process.stdout.write(
    'The demo estate: Nordlicht, an insurer. Two AWS accounts, an Azure subscription and a Google Cloud project,\non loopback, scanned with the real clients.\n\n',
  );
  const scanned = await run(['scan', '--store', store, '--config', decided], surroundings);
  if (scanned !== EXIT.usage) {
    await run(['report', '--store', store, '--config', decided, '--output', report], surroundings);
    process.stdout.write(
      `\nThe report lies at ${path.resolve(report)}\nNext: npm run --silent aispm -- findings --store ${store} --severity high\n      npm run --silent aispm -- scan --aws\n`,
    );
  }
  // Findings and an operation that was denied are what the story is about; only a mistake of ours is a failure.
  process.exitCode = scanned === EXIT.usage ? EXIT.usage : EXIT.clean;
} finally {
  await Promise.all([estate.close(), objects.close()]);
}
