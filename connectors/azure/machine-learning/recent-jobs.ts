import type { JsonObject } from '#shared/model/json.ts';
import type { Reading } from '../../connector.ts';
import { valueAt } from '../reply.ts';

const DAY_MILLISECONDS = 86_400_000;

/** https://learn.microsoft.com/azure/machine-learning/how-to-manage-quotas: “Job lifetime: 21 days”. */
const LONGEST_RUN_DAYS = 21;

/** Values of JobStatus of @azure/arm-machinelearning that are final. */
const ENDED = new Set(['completed', 'failed', 'canceled']);

/**
 * Of the jobs of a workspace, those that run now and what ended of those created lately; older ones are history.
 *
 * The API takes neither a time nor an order nor a number of jobs. It gives the newest first, as the example in the
 * documentation of Get-AzMLWorkspaceJob shows and no page promises: once a job is older than any that could still
 * run, no further page is asked for, unless the order was seen not to hold.
 */
export async function* recentOrUnended(
  jobs: AsyncIterable<JsonObject>,
  { startedAt, jobHistoryDays }: Pick<Reading, 'startedAt' | 'jobHistoryDays'>,
): AsyncGenerator<JsonObject> {
  const since = startedAt.getTime() - jobHistoryDays * DAY_MILLISECONDS;
  const longAgo = Math.min(since, startedAt.getTime() - LONGEST_RUN_DAYS * DAY_MILLISECONDS);
  let before = Number.POSITIVE_INFINITY;
  let isInOrder = true;
  for await (const job of jobs) {
    const createdAt = createdAtOf(job);
    isInOrder &&= createdAt <= before;
    before = createdAt;
    if (createdAt >= since || !hasEnded(job)) yield job;
    if (isInOrder && createdAt < longAgo) return;
  }
}

/** One that does not say when it was created may be the newest of all. */
function createdAtOf({ systemData }: JsonObject): number {
  const time = Date.parse(String(valueAt(systemData, 'createdAt')));
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

const hasEnded = ({ properties }: JsonObject): boolean =>
  ENDED.has(String(valueAt(properties, 'status')).toLowerCase());
