import type { Asset } from './asset.ts';
import { isUnread, type Unread, unreadWithin } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import { DEFAULT_GOVERNANCE, fits, isParameter } from './governance.ts';
import { isObject, type Json } from './json.ts';
import { type FieldPredicate, joinPath, type Predicate, pathSegments } from './predicate.ts';
import { comparisonSentence } from './sentence.ts';

/** `undefined` is “could not be decided”. */
export type Truth = boolean | undefined;

export interface Evaluation {
  readonly truth: Truth;
  readonly evidence: Evidence[];
}

/** Finds the assets at the other end of a relation; `undefined` for one that was never seen. */
export type Resolve = (assetId: string) => Asset | undefined;

interface Place {
  readonly asset: Asset;
  /** The value that relative paths start from, and its own absolute path. */
  readonly value: Json | undefined;
  readonly base: string;
  readonly resolve: Resolve;
  /** The time of the scan. */
  readonly now: Date;
  /** Whether we stand under an odd number of negations: evidence then words what was expected the other way. */
  readonly negated: boolean;
  /** Before `#` in evidence paths, when the asset is not the judged one. */
  readonly prefix: string;
}

/** Evaluates a predicate on an asset in Kleene's three-valued logic, with the evidence that decided it. */
export function evaluate(predicate: Predicate, asset: Asset, resolve: Resolve, now: Date): Evaluation {
  const { truth, evidence } = at(predicate, {
    asset,
    value: asset.config,
    base: '',
    resolve,
    now,
    negated: false,
    prefix: '',
  });
  return { truth, evidence: withoutGuards(evidence) };
}

/**
 * “Is there, and is wrong”: that it is there is no part of what to put right, so the first half goes where
 * the second stands.
 */
function withoutGuards(evidence: readonly Evidence[]): Evidence[] {
  const byPath = Map.groupBy(evidence, ({ path }) => path);
  return evidence.filter(
    ({ path, state, expected }) =>
      !(
        state === 'read' &&
        expected === TO_BE_ABSENT &&
        byPath.get(path)?.some((other) => other.expected !== expected)
      ),
  );
}

const TO_BE_ABSENT = comparisonSentence({ operator: 'is-absent' });

function at(predicate: Predicate, place: Place): Evaluation {
  switch (predicate.kind) {
    case 'field':
      return compareField(predicate, place);
    case 'not': {
      const inner = at(predicate.of, { ...place, negated: !place.negated });
      return { truth: inner.truth === undefined ? undefined : !inner.truth, evidence: inner.evidence };
    }
    case 'all':
      return conjunction(predicate.of.map((inner) => at(inner, place)));
    case 'any':
      return disjunction(predicate.of.map((inner) => at(inner, place)));
    case 'some':
    case 'every':
      return overList(predicate, place);
    case 'related':
      return overRelated(predicate, place);
    case 'function': {
      const obstacle = predicate.of.reads
        .map((path) => look(path, place))
        .find(({ state }) => state === 'unread' || state === 'malformed');
      if (obstacle) return undecided(obstacle, place, `not: ${predicate.of.sentence}`);
      const { truth, evidence } = predicate.of.judge(place.asset, DEFAULT_GOVERNANCE, place.now);
      return { truth, evidence: evidence.map((one) => quoted(one, place)) };
    }
    case 'unset':
      return {
        truth: false,
        evidence: [
          {
            path: `governance.${predicate.parameter}`,
            state: 'absent',
            expected: 'a setting of the config, without which the check does not apply',
          },
        ],
      };
  }
}

/** A function may leave the quoting to us: what stands at the path that it names. */
function quoted(evidence: Evidence, place: Place): Evidence {
  const path = place.prefix + evidence.path;
  if (evidence.state !== 'read' || evidence.found !== undefined) return { ...evidence, path };
  const found = look(evidence.path, { ...place, value: place.asset.config, base: '' });
  return found.state === 'read' ? { ...evidence, path, found: abridge(found.value) } : { ...evidence, path };
}

function conjunction(parts: Evaluation[]): Evaluation {
  const truth = parts.some((part) => part.truth === false)
    ? false
    : parts.some((part) => part.truth === undefined)
      ? undefined
      : true;
  return { truth, evidence: parts.filter((part) => part.truth === truth).flatMap((part) => part.evidence) };
}

function disjunction(parts: Evaluation[]): Evaluation {
  const truth = parts.some((part) => part.truth === true)
    ? true
    : parts.some((part) => part.truth === undefined)
      ? undefined
      : false;
  return { truth, evidence: parts.filter((part) => part.truth === truth).flatMap((part) => part.evidence) };
}

type Found =
  | { readonly state: 'read'; readonly path: string; readonly value: Json }
  | { readonly state: 'absent'; readonly path: string }
  | { readonly state: 'unread'; readonly path: string; readonly unread: Unread }
  | { readonly state: 'malformed'; readonly path: string; readonly value: Json; readonly problem: string };

/** Walks to a path and says whether there is a value, nothing, something unread or something senseless. */
function look(relative: string, { asset, value, base }: Place): Found {
  const path = joinPath(base, relative);
  let current: Json | undefined = value;
  for (const segment of pathSegments(relative)) {
    if (isUnread(current)) return { state: 'unread', path, unread: current };
    if (Array.isArray(current)) current = current[Number(segment)];
    else if (isObject(current)) current = Object.hasOwn(current, segment) ? current[segment] : undefined;
    else current = undefined;
  }
  if (isUnread(current)) return { state: 'unread', path, unread: current };
  const malformed = asset.malformed?.find(
    (m) => path === m.path || isUnder(path, m.path) || isUnder(m.path, path),
  );
  if (malformed)
    return {
      state: 'malformed',
      path,
      value: current ?? null,
      problem: `${malformed.path}: ${malformed.problem}`,
    };
  if (current !== undefined && current !== null) return { state: 'read', path, value: current };
  return asset.unread ? { state: 'unread', path, unread: asset.unread } : { state: 'absent', path };
}

const isUnder = (path: string, ancestor: string): boolean =>
  path.startsWith(ancestor) && (path[ancestor.length] === '.' || path[ancestor.length] === '[');

function undecided(found: Found, { prefix }: Place, expected: string): Evaluation {
  const path = prefix + found.path;
  if (found.state === 'unread') {
    const { operation, outcome, permission } = found.unread.$unread;
    const note =
      outcome === 'denied' ? `${operation} was denied: grant ${permission}` : `${operation}: ${outcome}`;
    return { truth: undefined, evidence: [{ path, state: 'unread', expected, note }] };
  }
  if (found.state === 'malformed')
    return {
      truth: undefined,
      evidence: [{ path, state: 'malformed', found: abridge(found.value), expected, note: found.problem }],
    };
  return {
    truth: undefined,
    evidence: [{ path, state: 'absent', expected, note: 'the reply does not hold this field' }],
  };
}

function compareField(predicate: FieldPredicate, place: Place): Evaluation {
  const { comparison, absentIs } = predicate;
  const expected = comparisonSentence(comparison, !place.negated);
  const found = look(predicate.path, place);
  const path = place.prefix + found.path;
  if (found.state === 'unread' || found.state === 'malformed') return undecided(found, place, expected);

  if (comparison.operator === 'is-absent' || comparison.operator === 'is-empty') {
    const truth = found.state === 'absent' || (comparison.operator === 'is-empty' && isEmpty(found.value));
    return { truth, evidence: [evidenceOf(found, path, expected)] };
  }
  if (found.state === 'read') {
    const truth = compare(found.value, comparison);
    if (truth === undefined)
      return { truth, evidence: [{ ...evidenceOf(found, path, expected), state: 'malformed' }] };
    return { truth, evidence: [evidenceOf(found, path, expected)] };
  }
  if (!absentIs) return undecided(found, place, expected);
  const note = `absent means ${JSON.stringify(absentIs.value)} (${absentIs.source})`;
  const truth = absentIs.value === null ? false : compare(absentIs.value, comparison);
  return { truth, evidence: [{ path, state: 'absent', expected, note }] };
}

function evidenceOf(found: Found, path: string, expected: string): Evidence {
  return found.state === 'read'
    ? { path, state: 'read', found: abridge(found.value), expected }
    : { path, state: 'absent', expected };
}

const isEmpty = (value: Json): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** `undefined` when the value is of a kind that cannot be compared so. */
function compare(value: Json, comparison: Comparison): Truth {
  switch (comparison.operator) {
    case 'is':
      return same(value, comparison.value);
    case 'is-one-of':
      return comparison.value.some((candidate) => same(value, candidate));
    case 'matches':
      return typeof value === 'string'
        ? new RegExp(comparison.value, comparison.flags).test(value)
        : undefined;
    case 'includes':
      return Array.isArray(value) ? value.some((element) => same(element, comparison.value)) : undefined;
    case 'fits-one-of': {
      const patterns = comparison.value;
      if (typeof value !== 'string' || isParameter(patterns)) return undefined;
      return patterns.some((pattern) => fits(value, pattern));
    }
    case 'at-least':
      return typeof value === 'number' && !isParameter(comparison.value)
        ? value >= comparison.value
        : undefined;
    case 'at-most':
      return typeof value === 'number' && !isParameter(comparison.value)
        ? value <= comparison.value
        : undefined;
    case 'is-absent':
    case 'is-empty':
      return false;
  }
}

type Comparison = FieldPredicate['comparison'];

/** ARM answers the same enum in different letter case per api-version, so text is compared without case. */
const same = (a: Json, b: Json): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase());

function overList(predicate: Extract<Predicate, { kind: 'some' | 'every' }>, place: Place): Evaluation {
  const found = look(predicate.path, place);
  const path = place.prefix + found.path;
  const wanted = predicate.kind === 'some';
  const expected = wanted !== place.negated ? 'no such element' : 'such an element';
  if (found.state === 'unread') return undecided(found, place, expected);
  if (found.state === 'absent' && !predicate.absentIsEmpty) return undecided(found, place, expected);
  const elements = found.state === 'absent' ? [] : elementsOf(found.value);
  if (!elements)
    return undecided(
      { ...found, state: 'malformed', value: null, problem: 'not a list' } as Found,
      place,
      expected,
    );
  if (elements.length === 0)
    return {
      truth: !wanted,
      evidence: [
        {
          path,
          state: found.state === 'absent' ? 'absent' : 'read',
          ...(found.state === 'absent' ? {} : { found: [] }),
          expected,
          ...(predicate.absentIsEmpty && found.state === 'absent'
            ? { note: `absent means empty (${predicate.absentIsEmpty.source})` }
            : {}),
        },
      ],
    };
  const parts = elements.map(([key, value]) =>
    at(predicate.of, { ...place, value, base: joinPath(found.path, key) }),
  );
  return wanted ? disjunction(parts) : conjunction(parts);
}

/** Elements of a list by index, or values of a map by key. */
function elementsOf(value: Json): [string, Json][] | undefined {
  if (Array.isArray(value)) return value.map((element, index) => [`[${index}]`, element]);
  if (isObject(value))
    return Object.entries(value).flatMap(([key, element]) =>
      element === undefined ? [] : [[`['${key}']`, element]],
    );
  return undefined;
}

function overRelated(predicate: Extract<Predicate, { kind: 'related' }>, place: Place): Evaluation {
  const targets = place.asset.relations.filter(({ kind }) => kind === predicate.relation);
  const parts = targets.flatMap(({ target }): Evaluation[] => {
    const asset = place.resolve(target);
    if (!asset)
      return [
        {
          truth: undefined,
          evidence: [
            {
              path: `${target}#`,
              state: 'unread',
              expected: `a ${predicate.type.title} that was read`,
              note: 'not in the inventory: in another account, deleted, or not read',
            },
          ],
        },
      ];
    if (asset.type !== predicate.type.id) return [];
    return [at(predicate.of, { ...place, asset, value: asset.config, base: '', prefix: `${target}#` })];
  });
  const unread = unreadIn(place.asset);
  // Relations come from the config: what was not read may have led somewhere.
  if (unread)
    parts.push(
      undecided({ state: 'unread', path: predicate.relation, unread }, place, `a ${predicate.type.title}`),
    );
  if (parts.length === 0) {
    const expected = `${place.negated ? '' : 'no '}${predicate.type.title} (${predicate.relation})`;
    const truth = predicate.quantifier === 'every';
    return { truth, evidence: [{ path: `${place.prefix}${predicate.relation}`, state: 'absent', expected }] };
  }
  return predicate.quantifier === 'some' ? disjunction(parts) : conjunction(parts);
}

/** Tags lead nowhere. */
const WITHOUT_RELATIONS = new Set(['Tags', 'TagSet', 'tags', 'labels']);

function unreadIn({ unread, config }: Asset): Unread | undefined {
  if (unread) return unread;
  const parts = Object.entries(config).filter(([key]) => !WITHOUT_RELATIONS.has(key));
  return unreadWithin(parts.map(([, part]) => part));
}

const LONGEST_FOUND = 400;

/** Evidence quotes; it does not carry whole documents. */
function abridge(value: Json): Json {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length <= LONGEST_FOUND) return value;
  return `${text.slice(0, LONGEST_FOUND)}… (${text.length} characters)`;
}
