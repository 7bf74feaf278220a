import * as z from 'zod';

const RATE = /^rate\((\d+) (minute|minutes|hour|hours|day|days)\)$/;
const MINUTES = { minute: 1, hour: 60, day: 1440 };

/** Why EventBridge Scheduler would refuse the expression, or `undefined` when it would take it. */
export function scheduleProblem(expression: string): string | undefined {
  if (expression.startsWith('rate(')) return rateProblem(expression);
  if (expression.startsWith('cron(')) return cronProblem(expression);
  return 'is not a schedule; write rate(1 hour) or cron(0 6 * * ? *)';
}

function rateProblem(expression: string): string | undefined {
  const [, count, unit] = RATE.exec(expression) ?? [];
  if (!count || !unit) return 'is not a rate; write rate(1 hour), rate(30 minutes) or rate(2 days)';
  if (Number(count) === 0) return 'never runs; write a rate of at least 5 minutes';
  const singular = unit.replace(/s$/, '') as keyof typeof MINUTES;
  if (Number(count) * MINUTES[singular] < 5)
    return 'runs more often than a scan takes; write a rate of at least 5 minutes (changes are rescanned within a minute anyway)';
  return undefined;
}

interface CronField {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
  /** The special characters that the field takes beside `,`, `-`, `*` and `/`. */
  readonly special?: string;
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based */
const CRON_FIELDS: readonly CronField[] = [
  { name: 'minutes', from: 0, to: 59 },
  { name: 'hours', from: 0, to: 23 },
  { name: 'day of month', from: 1, to: 31, special: '?LW' },
  {
    name: 'month',
    from: 1,
    to: 12,
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  {
    name: 'day of week',
    from: 1,
    to: 7,
    names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
    special: '?L#',
  },
  { name: 'year', from: 1970, to: 2199 },
];

function cronProblem(expression: string): string | undefined {
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.split(' ') ?? [];
  if (fields.length !== CRON_FIELDS.length)
    return 'is not a cron expression; write six fields, minutes hours day-of-month month day-of-week year: cron(0 6 * * ? *)';
  for (const [index, field] of CRON_FIELDS.entries()) {
    const written = fields[index] ?? '';
    if (!written.split(',').every((part) => fits(part, field)))
      return `has “${written}” for its ${field.name}; write numbers from ${field.from} to ${field.to}`;
  }
  if ((fields[2] === '?') === (fields[4] === '?'))
    return 'must have “?” in exactly one of day of month and day of week: cron(0 6 * * ? *)';
  return undefined;
}

function fits(part: string, { from, to, names, special = '' }: CronField): boolean {
  if (part === '*') return true;
  if (part === '?' && special.includes('?')) return true;
  if (special.includes('W') && /^(L|LW|\d{1,2}W)$/.test(part)) return true;
  if (special.includes('#') && /^(L|[1-7]L|[1-7]#[1-5])$/.test(part)) return true;
  const [range = '', step] = part.split('/');
  if (step !== undefined && !/^[1-9]\d*$/.test(step)) return false;
  if (range === '*') return step !== undefined;
  const ends = range.split('-');
  if (ends.length > 2) return false;
  return ends.every((end) => {
    if (names?.includes(end.toUpperCase())) return true;
    return /^\d{1,4}$/.test(end) && Number(end) >= from && Number(end) <= to;
  });
}

/** A `rate(…)` or `cron(…)` expression as EventBridge Scheduler takes it; the time zone is UTC. */
export const ScheduleExpression = z.string().check(({ value, issues }) => {
  const problem = scheduleProblem(value);
  if (problem) issues.push({ code: 'custom', input: value, message: `${JSON.stringify(value)} ${problem}` });
});
