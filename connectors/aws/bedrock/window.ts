import type { Reading } from '../../connector.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Finished jobs are kept for ever; only those that began after this are looked at. */
export const since = ({ startedAt, jobHistoryDays }: Pick<Reading, 'startedAt' | 'jobHistoryDays'>): Date =>
  new Date(startedAt.getTime() - jobHistoryDays * DAY_MILLISECONDS);
