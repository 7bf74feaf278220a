import { startChild } from './child.ts';
import type { CloudPorts, CloudsQuestion, Served } from './clouds-process.ts';
import { LARGE_ACCOUNTS, type LargeAccount } from './large-accounts.ts';
import { type Calls, total } from './least-calls.ts';
import type { Contents, JudgingFigures, Opened, ScanFigures, ScanQuestion } from './scan-process.ts';
import { scanProcess } from './scanner.ts';
import type { StoreAddress, StoreQuestion } from './store-process.ts';

export interface AccountFigures
  extends Pick<LargeAccount, 'title' | 'budget' | 'prowlerModelled' | 'trainingJobs'> {
  /** Counted by the loopback cloud that answered them. */
  readonly calls: number;
  readonly byOperation: Calls;
  readonly seconds: number;
  /** Of the scanning process alone. */
  readonly peakMebibytes: number;
  readonly assets: number;
  readonly gaps: number;
}

/** Scans each large account, or those that are named, once, each in processes of its own. */
export async function measureLargeAccounts(
  say: (text: string) => void,
  names: readonly string[] = [],
): Promise<AccountFigures[]> {
  const figures: AccountFigures[] = [];
  const scanning = await scanProcess();
  for (const [name, account] of Object.entries(LARGE_ACCOUNTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`account: ${account.title} …`);
    figures.push(await measure(name, account, scanning, say));
  }
  return figures;
}

const MOST_MEBIBYTES = 512;

/** Accounts that took more calls, or more memory, than they may. */
export const overBudgetOf = (figures: readonly AccountFigures[]): AccountFigures[] =>
  figures.filter(
    ({ calls, budget, peakMebibytes, gaps }) => calls > budget || peakMebibytes > MOST_MEBIBYTES || gaps > 0,
  );

async function measure(
  name: string,
  account: LargeAccount,
  scanning: string,
  say: (text: string) => void,
): Promise<AccountFigures> {
  const clouds = startChild<CloudsQuestion, CloudPorts | Served>('./clouds-process.ts');
  const store = startChild<StoreQuestion, StoreAddress | number>('./store-process.ts');
  const scanner = startChild<ScanQuestion, Opened | ScanFigures | Contents | JudgingFigures>(scanning, [
    // As the functions and the terminal are started.
    '--max-semi-space-size=8',
  ]);
  try {
    const size = { account: name };
    const ports = (await clouds.ask({ start: size })) as CloudPorts;
    await scanner.ask({ open: { size, ports, store: (await store.ask('address')) as StoreAddress } });
    const scan = (await scanner.ask('scan')) as ScanFigures;
    const served = (await clouds.ask('served')) as Served;
    for (const trouble of scan.troubles) say(`  not read: ${trouble}`);
    const { title, budget, prowlerModelled, trainingJobs } = account;
    return {
      title,
      budget,
      trainingJobs,
      ...(prowlerModelled === undefined ? {} : { prowlerModelled }),
      calls: total(served.calls.aws),
      byOperation: served.calls.aws,
      seconds: scan.seconds,
      peakMebibytes: scan.peakMebibytes,
      assets: scan.assets,
      gaps: scan.gaps + scan.defects,
    };
  } finally {
    await Promise.all([scanner.end(), clouds.end(), store.end()]);
  }
}

if (import.meta.main) {
  const names = process.argv.slice(2);
  const figures = await measureLargeAccounts((text) => process.stderr.write(`${text}\n`), names);
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
