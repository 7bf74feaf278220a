import type { Reading } from '../connector.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Since when finished, immutable jobs are looked at. */
export const jobsSince = ({
  startedAt,
  jobHistoryDays,
}: Pick<Reading, 'startedAt' | 'jobHistoryDays'>): Date =>
  new Date(startedAt.getTime() - jobHistoryDays * DAY_MILLISECONDS);

/** The first that is the wanted one: for lists that give the whole config, which a rescan must give as well. */
export async function firstOf<Found>(
  list: AsyncIterable<Found>,
  isWanted: (found: Found) => boolean,
): Promise<Found | undefined> {
  for await (const found of list) if (isWanted(found)) return found;
  return undefined;
}
