import type { Reading } from '../connector.ts';

const DAY_MILLISECONDS = 86_400_000;

/** From when on finished jobs are looked at; `undefined` where every job there ever was is asked for. */
export function jobsSince({
  startedAt,
  jobHistoryDays,
}: Pick<Reading, 'startedAt' | 'jobHistoryDays'>): Date | undefined {
  const since = startedAt.getTime() - jobHistoryDays * DAY_MILLISECONDS;
  return Number.isFinite(since) ? new Date(since) : undefined;
}

/** The first that is the wanted one: for lists that give the whole config, which a rescan must give as well. */
export async function firstOf<Found>(
  list: AsyncIterable<Found>,
  isWanted: (found: Found) => boolean,
): Promise<Found | undefined> {
  for await (const found of list) if (isWanted(found)) return found;
  return undefined;
}
