// In this order: the package's modules need each other, and serialize alone cannot be the first.
import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { serialize } from '@marcbachmann/cel-js/serialize';

/** The functions that https://cloud.google.com/iam/docs/conditions-attribute-reference names; no other is called. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  'date',
  'duration',
  'endsWith',
  'extract',
  'getAttribute',
  'getDate',
  'getDayOfMonth',
  'getDayOfWeek',
  'getDayOfYear',
  'getFullYear',
  'getHours',
  'getMilliseconds',
  'getMinutes',
  'getMonth',
  'getSeconds',
  'hasOnly',
  'hasTagKey',
  'hasTagKeyId',
  'matchTag',
  'matchTagId',
  'startsWith',
  'timestamp',
]);

/** More than IAM takes: what is longer or deeper is nothing that IAM evaluates. */
export const MOST_CHARACTERS = 12_800;

/** What is between the parts of a template, `/order_date={date}/`; an empty text where they are not both there. */
export function extract(text: string, template: string): string {
  const [before, after] = template.split(/\{[^{}]*\}/, 2);
  if (before === undefined || after === undefined) return '';
  const start = text.indexOf(before);
  if (start < 0) return '';
  const rest = text.slice(start + before.length);
  if (after === '') return rest;
  const end = rest.indexOf(after);
  return end < 0 ? '' : rest.slice(0, end);
}

/** Midnight of a day, `2019-11-03`. */
function date(day: string): Date {
  const midnight = new Date(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : NaN);
  if (Number.isNaN(midnight.getTime())) throw new RangeError(`${day} is no date`);
  return midnight;
}

type Tags = ReadonlyMap<string, string>;
const tagsOf = (resource: unknown): Tags =>
  resource instanceof Map && resource.get('tags') instanceof Map ? (resource.get('tags') as Tags) : new Map();

const matchesTag = (resource: unknown, key: string, value: string): boolean =>
  tagsOf(resource).get(key) === value;
const hasTag = (resource: unknown, key: string): boolean => tagsOf(resource).has(key);

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 2_000, maxDepth: 60, maxListElements: 500, maxMapEntries: 50, maxCallArguments: 4 },
})
  .registerFunction('string.extract(string): string', extract)
  .registerFunction('date(string): google.protobuf.Timestamp', date)
  .registerFunction('list.hasOnly(list): bool', (some: unknown[], all: unknown[]) =>
    some.every((one) => all.includes(one)),
  )
  .registerFunction('map.getAttribute(string, dyn): dyn', (api: unknown, name: string, otherwise: unknown) =>
    api instanceof Map && api.has(name) ? api.get(name) : otherwise,
  )
  .registerFunction('map.matchTag(string, string): bool', matchesTag)
  .registerFunction('map.matchTagId(string, string): bool', matchesTag)
  .registerFunction('map.hasTagKey(string): bool', hasTag)
  .registerFunction('map.hasTagKeyId(string): bool', hasTag);

export const parse = (text: string): ASTNode => environment.parse(text).ast;

export type Evaluate = (context: Record<string, unknown>) => unknown;

/** A part of an expression to be evaluated by itself. */
export function compile(node: ASTNode): Evaluate {
  const { input, range } = node;
  const isWhole = range.start === 0 && range.end === input.length;
  return environment.parse(isWhole ? input : serialize(node)) as Evaluate;
}
