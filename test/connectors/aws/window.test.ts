import { expect, test } from 'vitest';
import { jobsSince } from '#connectors/aws/window.ts';

const startedAt = new Date('2026-07-10T06:00:00.000Z');

test('jobs are looked at from so many days before the scan', () => {
  expect(jobsSince({ startedAt, jobHistoryDays: 14 })).toEqual(new Date('2026-06-26T06:00:00.000Z'));
});

test('where every job is asked for, there is no time to ask from', () => {
  expect(jobsSince({ startedAt, jobHistoryDays: Number.POSITIVE_INFINITY })).toBeUndefined();
});
