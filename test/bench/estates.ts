import { LARGE_ESTATES, type LargeEstate } from './large-estates.ts';
import { type Calls, total } from './least-calls.ts';
import { scanOnce } from './scanner.ts';

export interface EstateFigures {
  readonly title: string;
  /** Counted by the loopback clouds that answered them. */
  readonly calls: number;
  readonly least: number;
  readonly leastByTerm: LargeEstate['least'];
  readonly byOperation: Calls;
  readonly seconds: number;
  /** Of the scanning process alone. */
  readonly peakMebibytes: number;
  readonly assets: number;
  readonly gaps: number;
}

/** Reads each large estate, or those that are named, once, each in processes of its own. */
export async function measureLargeEstates(
  say: (text: string) => void,
  names: readonly string[] = [],
): Promise<EstateFigures[]> {
  const figures: EstateFigures[] = [];
  for (const [name, estate] of Object.entries(LARGE_ESTATES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`estate: ${estate.title} …`);
    figures.push(await measure(name, estate, say));
  }
  return figures;
}

/** How much more than the fewest calls a scan may make. */
const MOST_EXCESS = 1.05;
const MOST_MEBIBYTES = 512;

/** Estates that took more calls, or more memory, than they may, or were not read to their end. */
export const excessiveOf = (figures: readonly EstateFigures[]): EstateFigures[] =>
  figures.filter(
    ({ calls, least, peakMebibytes, gaps }) =>
      calls > MOST_EXCESS * least || peakMebibytes > MOST_MEBIBYTES || gaps > 0,
  );

async function measure(
  name: string,
  { title, least }: LargeEstate,
  say: (text: string) => void,
): Promise<EstateFigures> {
  const { scan, calls } = await scanOnce({ estate: name }, say);
  const byOperation = { ...calls.azure, ...calls.gcp };
  return {
    title,
    calls: total(byOperation),
    least: total(least),
    leastByTerm: least,
    byOperation,
    seconds: scan.seconds,
    peakMebibytes: scan.peakMebibytes,
    assets: scan.assets,
    gaps: scan.gaps + scan.defects,
  };
}

if (import.meta.main) {
  const figures = await measureLargeEstates(
    (text) => process.stderr.write(`${text}\n`),
    process.argv.slice(2),
  );
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
