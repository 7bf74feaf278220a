import type { FaultKind } from './faults.ts';

/** How long a client waits for a reply that does come, in milliseconds. */
export const PATIENT = 15_000;
/** How long it waits where one never comes, in milliseconds: first briefly, since there are hundreds of such cases. */
const EVER_MORE_PATIENT = [700, 4_000, PATIENT];

/**
 * What is wrong with a case of a fault matrix. On a busy machine other replies come late as well, so that what
 * was found with little patience is only believed when much patience finds it too.
 */
export async function problemsWithPatience(
  kind: FaultKind | undefined,
  problemsAt: (timeoutMilliseconds: number) => Promise<string[]>,
): Promise<string[]> {
  let problems: string[] = [];
  for (const timeoutMilliseconds of kind === 'timeout' ? EVER_MORE_PATIENT : [PATIENT]) {
    problems = await problemsAt(timeoutMilliseconds);
    if (problems.length === 0) break;
  }
  return problems;
}
