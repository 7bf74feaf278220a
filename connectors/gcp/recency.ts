import type { JsonObject } from '#shared/model/json.ts';
import type { Reading } from '../connector.ts';

/** States of a job that has not ended, with or without the prefix of its kind: `JOB_STATE_`, `PIPELINE_STATE_`. */
const UNENDED = ['QUEUED', 'PENDING', 'RUNNING', 'CANCELLING', 'PAUSED', 'UPDATING'];

const UNENDED_STATE = new RegExp(`^(?:[A-Z]+_STATE_)?(?:${UNENDED.join('|')})$`);

const DAY_MILLISECONDS = 86_400_000;

type LookBack = Pick<Reading, 'startedAt' | 'jobHistoryDays'>;

/** Where every job is asked for, that is since the epoch. */
const sinceOf = ({ startedAt, jobHistoryDays }: LookBack): string =>
  new Date(Math.max(0, startedAt.getTime() - jobHistoryDays * DAY_MILLISECONDS)).toISOString();

/** The standard filter for jobs that run now, and for what ended of those created lately; older ones are history. */
export function recentOrUnended(reading: LookBack, statePrefix: 'JOB_STATE' | 'PIPELINE_STATE'): string {
  return [
    `create_time>"${sinceOf(reading)}"`,
    ...UNENDED.map((state) => `state="${statePrefix}_${state}"`),
  ].join(' OR ');
}

/** The same of a job at hand. One that does not say when it was made, or how it is, is not taken for history. */
export function isRecentOrUnended({ createTime, state }: JsonObject, reading: LookBack): boolean {
  if (typeof createTime !== 'string' || typeof state !== 'string') return true;
  return createTime > sinceOf(reading) || UNENDED_STATE.test(state);
}
