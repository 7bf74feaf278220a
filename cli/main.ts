import { setImmediate } from 'node:timers/promises';
import { reachBucket } from './buckets.ts';
import { endQuietly } from './output.ts';
import { run } from './run.ts';
import { EXIT } from './surroundings.ts';

let failure: string | undefined;
endQuietly(process.stdout, (message) => {
  failure = message;
});
const code = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  clock: () => new Date(),
  // What the clouds need takes longer to load than most commands take.
  openClouds: async (...asked) => (await import('./clouds.ts')).reachClouds(...asked),
  openBucket: reachBucket,
});
// What failed in the last write is told on the next turn; a command that was waiting for it has said so itself.
await setImmediate();
if (failure !== undefined && code !== EXIT.usage) process.stderr.write(failure);
process.exitCode = failure === undefined ? code : EXIT.usage;
