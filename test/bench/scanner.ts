import { join } from 'node:path';
import { bundle } from '../../scripts/build-functions.ts';
import { startChild } from './child.ts';
import type { CloudPorts, CloudsQuestion, Served, Size } from './clouds-process.ts';
import type { Contents, JudgingFigures, Opened, ScanFigures, ScanQuestion } from './scan-process.ts';
import type { StoreAddress, StoreQuestion } from './store-process.ts';

export interface Scanned {
  readonly scan: ScanFigures;
  readonly calls: Served['calls'];
}

/** Scans something of a size once: its clouds, the ledger and the scanner are processes of their own. */
export async function scanOnce(size: Size, say: (text: string) => void): Promise<Scanned> {
  const scanning = await scanProcess();
  const clouds = startChild<CloudsQuestion, CloudPorts | Served>('./clouds-process.ts');
  const store = startChild<StoreQuestion, StoreAddress | number>('./store-process.ts');
  const scanner = startChild<ScanQuestion, Opened | ScanFigures | Contents | JudgingFigures>(scanning, [
    // The nursery that the functions and the terminal have, and a heap that fits the memory it may take, as in Lambda.
    '--max-semi-space-size=8',
    '--max-old-space-size=384',
  ]);
  try {
    const ports = (await clouds.ask({ start: size })) as CloudPorts;
    await scanner.ask({ open: { size, ports, store: (await store.ask('address')) as StoreAddress } });
    const scan = (await scanner.ask('scan')) as ScanFigures;
    const { calls } = (await clouds.ask('served')) as Served;
    for (const trouble of scan.troubles) say(`  not read: ${trouble}`);
    return { scan, calls };
  } finally {
    await Promise.all([scanner.end(), clouds.end(), store.end()]);
  }
}

let bundling: Promise<string> | undefined;

/** The scanning process as the fleet runs it: bundled, with no more of each client than is sent to it. */
function scanProcess(): Promise<string> {
  bundling ??= bundled();
  return bundling;
}

async function bundled(): Promise<string> {
  const folder = join(import.meta.dirname, '../../.cache/bench-scan');
  await bundle('test/bench/scan-process.ts', folder);
  return join(folder, 'index.mjs');
}
