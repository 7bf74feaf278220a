import type { Reading } from '../../connector.ts';
import { jobsSince } from '../window.ts';

interface Window<Status extends string> {
  readonly LastModifiedTimeAfter?: Date;
  readonly StatusEquals?: Status;
}

/**
 * What a list of jobs is asked, one call after the other: finished jobs cannot be changed and are kept for ever, so
 * only what runs, or changed of late, is looked at.
 */
export function jobWindows(reading: Pick<Reading, 'startedAt' | 'jobHistoryDays'>): Window<'InProgress'>[];
export function jobWindows<Status extends string>(
  reading: Pick<Reading, 'startedAt' | 'jobHistoryDays'>,
  running: Status,
): Window<Status>[];
export function jobWindows(
  reading: Pick<Reading, 'startedAt' | 'jobHistoryDays'>,
  running = 'InProgress',
): Window<string>[] {
  const since = jobsSince(reading);
  return since ? [{ LastModifiedTimeAfter: since }, { StatusEquals: running }] : [{}];
}

/** The same of a search. The time is written `YYYY-mm-dd'T'HH:MM:SS`, in UTC. */
export function searchWindow(reading: Pick<Reading, 'startedAt' | 'jobHistoryDays'>, status: string) {
  const since = jobsSince(reading);
  return (
    since && {
      Operator: 'Or' as const,
      Filters: [
        { Name: status, Operator: 'Equals' as const, Value: 'InProgress' },
        {
          Name: 'LastModifiedTime',
          Operator: 'GreaterThanOrEqualTo' as const,
          Value: since.toISOString().slice(0, 19),
        },
      ],
    }
  );
}
