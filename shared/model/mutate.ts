import { isParameter } from './governance.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { type Comparison, type FieldPredicate, type Predicate, pathSegments } from './predicate.ts';

/** One way in which an example differs from what was written: the path, and the config with it changed. */
export interface Mutation {
  readonly path: string;
  readonly config: JsonObject;
}

/**
 * Every config that differs from the given one in a single field that the predicate compares: by a value on
 * the other side of that comparison, or by the value that one of the `others` has where the same comparison
 * looks. A check whose passing example survives all of them does not look at what it says it looks at.
 */
export function mutations(
  predicate: Predicate,
  config: JsonObject,
  others: readonly JsonObject[] = [],
): Mutation[] {
  const elsewhere = others.flatMap((other) =>
    leavesOf(predicate, other, []).map(({ leaf, at }) => ({
      leaf,
      value: at.reduce<Json | undefined>(child, other),
    })),
  );
  return leavesOf(predicate, config, []).flatMap(({ leaf, at }) =>
    [
      ...alternatives(leaf.comparison, leaf.absentIs?.value),
      ...elsewhere.filter((other) => other.leaf === leaf).map(({ value }) => value),
    ].map((value) => ({
      path: at.join('.'),
      config: toObject(withValue(config, at, value)),
    })),
  );
}

const toObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** The comparisons of a predicate with the absolute key path of each place they apply to in this config. */
function leavesOf(
  predicate: Predicate,
  value: Json | undefined,
  at: readonly string[],
): { leaf: FieldPredicate; at: string[] }[] {
  switch (predicate.kind) {
    case 'field':
      return [{ leaf: predicate, at: [...at, ...pathSegments(predicate.path)] }];
    case 'all':
    case 'any':
      return predicate.of.flatMap((inner) => leavesOf(inner, value, at));
    case 'not':
      return leavesOf(predicate.of, value, at);
    case 'some':
    case 'every': {
      const path = [...at, ...pathSegments(predicate.path)];
      const list = path.slice(at.length).reduce<Json | undefined>(child, value);
      const keys = typeof list === 'object' && list !== null ? Object.keys(list) : [];
      return keys.flatMap((key) => leavesOf(predicate.of, child(list, key), [...path, key]));
    }
    case 'related':
    case 'function':
    case 'unset':
      return [];
  }
}

function child(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
}

/** Values that answer the comparison one way and the other; `undefined` takes the field out. */
function alternatives(comparison: Comparison, absentIs: Json | undefined): (Json | undefined)[] {
  const other = (value: Json): Json =>
    typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${String(value)}-other`;
  switch (comparison.operator) {
    case 'is':
      return [comparison.value, other(comparison.value), ...(absentIs === undefined ? [] : [absentIs])];
    case 'is-one-of': {
      const [first = ''] = comparison.value;
      return [...comparison.value, other(first), ...(absentIs === undefined ? [] : [absentIs])];
    }
    case 'matches':
      return ['', comparison.value, sampleOf(comparison.value)];
    case 'includes':
      return [[comparison.value], []];
    case 'fits-one-of':
      return isParameter(comparison.value) ? [] : [...comparison.value, 'fits-nothing'];
    case 'at-least':
      return isParameter(comparison.value) ? [] : [comparison.value, comparison.value - 1];
    case 'at-most':
      return isParameter(comparison.value) ? [] : [comparison.value, comparison.value + 1];
    case 'is-absent':
      return [undefined, 'something'];
    case 'is-empty':
      return [undefined, 'something', ['something']];
  }
}

/** A text that plain patterns match: their characters without the syntax. */
const sampleOf = (pattern: string): string =>
  pattern
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/[\^$]|\(\?[:=!]/g, '')
    .replaceAll(/[()]/g, '')
    .split('|')[0] ?? '';

function withValue(
  value: Json | undefined,
  at: readonly string[],
  replacement: Json | undefined,
): Json | undefined {
  const [key, ...rest] = at;
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((element, index) =>
      String(index) === key ? (withValue(element, rest, replacement) ?? null) : element,
    );
  const before = isObject(value) ? value : {};
  const { [key]: inner, ...others } = before;
  const after = withValue(inner, rest, replacement);
  return after === undefined ? others : { ...others, [key]: after };
}
