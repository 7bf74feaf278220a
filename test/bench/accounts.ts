import { LARGE_ACCOUNTS, type LargeAccount } from './large-accounts.ts';
import { type Calls, total } from './least-calls.ts';
import { scanOnce } from './scanner.ts';

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
  for (const [name, account] of Object.entries(LARGE_ACCOUNTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`account: ${account.title} …`);
    figures.push(await measure(name, account, say));
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
  { title, budget, prowlerModelled, trainingJobs }: LargeAccount,
  say: (text: string) => void,
): Promise<AccountFigures> {
  const { scan, calls } = await scanOnce({ account: name }, say);
  return {
    title,
    budget,
    trainingJobs,
    ...(prowlerModelled === undefined ? {} : { prowlerModelled }),
    calls: total(calls.aws),
    byOperation: calls.aws,
    seconds: scan.seconds,
    peakMebibytes: scan.peakMebibytes,
    assets: scan.assets,
    gaps: scan.gaps + scan.defects,
  };
}

if (import.meta.main) {
  const names = process.argv.slice(2);
  const figures = await measureLargeAccounts((text) => process.stderr.write(`${text}\n`), names);
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
