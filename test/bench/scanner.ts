import { join } from 'node:path';
import { bundle } from '../../scripts/build-functions.ts';

let bundling: Promise<string> | undefined;

/** The scanning process as the fleet runs it: bundled, with no more of each client than is sent to it. */
export function scanProcess(): Promise<string> {
  bundling ??= bundled();
  return bundling;
}

async function bundled(): Promise<string> {
  const folder = join(import.meta.dirname, '../../.cache/bench-scan');
  await bundle('test/bench/scan-process.ts', folder);
  return join(folder, 'index.mjs');
}
