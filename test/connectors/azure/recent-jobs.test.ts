import { describe, expect, it } from 'vitest';
import { recentOrUnended } from '#connectors/azure/machine-learning/recent-jobs.ts';
import type { JsonObject } from '#shared/model/json.ts';

const startedAt = new Date('2026-11-22T06:00:00Z');

const job = (createdAt: string | undefined, status = 'Completed'): JsonObject => ({
  name: `${createdAt} ${status}`,
  ...(createdAt === undefined ? {} : { systemData: { createdAt } }),
  properties: { status },
});

const RECENT = job('2026-11-20T00:00:00.123Z');
const LAST_OF_FORTNIGHT = job('2026-11-08T06:00:00Z');
const ENDED = job('2026-11-07T00:00:00Z');
const RUNNING = job('2026-11-05T00:00:00Z', 'Running');
const LONG_AGO = job('2026-10-31T00:00:00Z');
const LONGER_AGO = job('2026-10-01T00:00:00Z');

/** Which jobs are kept, and how many were looked at. */
async function keptOf(jobs: readonly JsonObject[], jobHistoryDays = 14) {
  let seen = 0;
  async function* listed() {
    for (const each of jobs) {
      seen++;
      yield each;
    }
  }
  const kept: JsonObject[] = [];
  for await (const each of recentOrUnended(listed(), { startedAt, jobHistoryDays })) kept.push(each);
  return { kept, seen };
}

describe('the jobs that a scan looks at', () => {
  it('are those of the last days and those that have not ended, whatever their age', async () => {
    const { kept } = await keptOf([RECENT, LAST_OF_FORTNIGHT, ENDED, RUNNING]);
    expect(kept).toEqual([RECENT, LAST_OF_FORTNIGHT, RUNNING]);
  });

  it('are sought no further than a job older than any that could still run', async () => {
    expect(await keptOf([RECENT, RUNNING, LONG_AGO, LONGER_AGO])).toEqual({
      kept: [RECENT, RUNNING],
      seen: 3,
    });
  });

  it('are sought to the end of a list that is not in order', async () => {
    expect(await keptOf([ENDED, RECENT, LONG_AGO, LONGER_AGO, RUNNING])).toEqual({
      kept: [RECENT, RUNNING],
      seen: 5,
    });
  });

  it('are all, where all of the history is looked at', async () => {
    const jobs = [RECENT, ENDED, LONG_AGO, LONGER_AGO];
    expect(await keptOf(jobs, Number.POSITIVE_INFINITY)).toEqual({ kept: jobs, seen: 4 });
  });

  it('reach as far back as the history does, past the longest run', async () => {
    expect(await keptOf([RECENT, LONG_AGO, LONGER_AGO], 30)).toEqual({ kept: [RECENT, LONG_AGO], seen: 3 });
  });

  it('hold one that does not say when it was created or whether it ended', async () => {
    const undated = job(undefined);
    const unheardOf = job('2026-11-01T12:00:00Z', 'UnheardOf');
    expect((await keptOf([undated, RECENT, unheardOf])).kept).toEqual([undated, RECENT, unheardOf]);
  });

  it('do not hold one that ended in other letters', async () => {
    expect(
      (await keptOf([job('2026-11-06T00:00:00Z', 'FAILED'), job('2026-11-06T00:00:00Z', 'Canceled')])).kept,
    ).toEqual([]);
  });
});
