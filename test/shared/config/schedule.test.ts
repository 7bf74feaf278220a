import { describe, expect, it } from 'vitest';
import { scheduleProblem } from '#shared/config/schedule.ts';

describe('schedule expressions', () => {
  it.each([
    'rate(1 hour)',
    'rate(5 minutes)',
    'rate(2 days)',
    'cron(0 6 * * ? *)',
    'cron(0 6 ? * MON-FRI *)',
    'cron(0/15 8-18 ? * 2,4,6 2026)',
    'cron(0 0 L * ? *)',
    'cron(0 0 15W JAN,jul ? *)',
    'cron(0 0 ? * 2#1 *)',
  ])('takes %s', (expression) => expect(scheduleProblem(expression)).toBeUndefined());

  it.each([
    ['1 hour', /is not a schedule/],
    ['rate(1h)', /is not a rate/],
    ['rate(0 hours)', /never runs/],
    ['rate(4 minutes)', /runs more often/],
    ['cron(0 6 * * *)', /six fields/],
    ['cron(60 6 * * ? *)', /“60” for its minutes/],
    ['cron(0 24 * * ? *)', /“24” for its hours/],
    ['cron(0 6 * * * *)', /exactly one/],
    ['cron(0 6 ? * ? *)', /exactly one/],
    ['cron(0 6 ? JANUARY MON *)', /“JANUARY” for its month/],
    ['cron(0/0 6 ? * MON *)', /“0\/0” for its minutes/],
  ])('refuses %s', (expression, why) => expect(scheduleProblem(expression)).toMatch(why));
});
