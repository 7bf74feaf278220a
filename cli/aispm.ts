#!/usr/bin/env node
import { ownClouds } from './clouds.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  clock: () => new Date(),
  openClouds: ownClouds,
});
