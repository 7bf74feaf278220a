import type { Json } from '#shared/model/json.ts';
import { NotUnderstood } from './not-understood.ts';

/** Whether what was found, `undefined` where it is absent, is to what the rule says as the operator has it. */
export type Operator = (found: Json | undefined, wanted: Json) => boolean;

/**
 * The conditions, by their names in lower case: rules spell them either way.
 * https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule#conditions
 */
const operators = {
  equals,
  notequals: not(equals),
  in: isIn,
  notin: not(isIn),
  contains,
  like,
  notlike: not(like),
  exists: (found, wanted) => (found !== undefined) === (textOf(wanted) === 'true'),
  less: (found, wanted) => order(found, wanted) < 0,
  greater: (found, wanted) => order(found, wanted) > 0,
  greaterorequals: (found, wanted) => order(found, wanted) >= 0,
} satisfies Readonly<Record<string, Operator>>;

export type OperatorName = keyof typeof operators;
export const OPERATORS: Readonly<Record<OperatorName, Operator>> = operators;

export const isOperatorName = (name: string): name is OperatorName => Object.hasOwn(OPERATORS, name);

function not(operator: Operator): Operator {
  return (found, wanted) => !operator(found, wanted);
}

/** Text is compared without case, and `true` with `"true"`; a list or an object is no text, and equals none. */
function equals(found: Json | undefined, wanted: Json): boolean {
  const text = textOf(found);
  return text !== undefined && text === textOf(wanted);
}

function isIn(found: Json | undefined, wanted: Json): boolean {
  if (!Array.isArray(wanted)) throw new NotUnderstood({ in: wanted });
  return wanted.some((one) => equals(found, one));
}

function contains(found: Json | undefined, wanted: Json): boolean {
  const part = textOf(wanted);
  if (part === undefined) throw new NotUnderstood({ contains: wanted });
  return textOf(found)?.includes(part) ?? false;
}

/** `*` stands for any text, and may stand once. */
function like(found: Json | undefined, wanted: Json): boolean {
  const [start, end, ...more] = textOf(wanted)?.split('*') ?? [];
  if (start === undefined || more.length > 0) throw new NotUnderstood({ like: wanted });
  const text = textOf(found);
  if (text === undefined) return false;
  if (end === undefined) return text === start;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

/** Numbers with numbers and texts with texts; the page says of all else that it is an error. */
function order(found: Json | undefined, wanted: Json): number {
  if (typeof found === 'number' && typeof wanted === 'number') return found - wanted;
  if (typeof found === 'string' && typeof wanted === 'string')
    return found.toLowerCase().localeCompare(wanted.toLowerCase(), 'en');
  throw new NotUnderstood(`the order of ${JSON.stringify(found)} and ${JSON.stringify(wanted)}`);
}

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'object' || value === undefined ? undefined : String(value).toLowerCase();
