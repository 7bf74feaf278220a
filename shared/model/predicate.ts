import type { Asset, RelationKind } from './asset.ts';
import type { AssetType } from './asset-type.ts';
import type { Evidence } from './evidence.ts';
import type { Governance, Parameter, ParameterName } from './governance.ts';
import type { Json } from './json.ts';

/** How one value is compared. `value` is what the check's author wrote. */
export type Comparison =
  | { readonly operator: 'is'; readonly value: string | number | boolean }
  | { readonly operator: 'is-one-of'; readonly value: readonly (string | number | boolean)[] }
  | { readonly operator: 'matches'; readonly value: string; readonly flags?: string }
  | { readonly operator: 'includes'; readonly value: string | number | boolean }
  | { readonly operator: 'fits-one-of'; readonly value: readonly string[] | Parameter }
  | { readonly operator: 'at-least' | 'at-most'; readonly value: number | Parameter }
  | { readonly operator: 'is-absent' | 'is-empty' };

export interface FieldPredicate {
  readonly kind: 'field';
  /** Dotted path in the config; keys that hold dots are written `['a.b']`. */
  readonly path: string;
  readonly comparison: Comparison;
  /** What the cloud documents an absent field to mean. Without it, absent makes a comparison unknown. */
  readonly absentIs?: { readonly value: Json; readonly source: string };
}

/**
 * A predicate is data: from it come the verdict, its evidence, the sentence in the documentation, the test
 * that each path exists and the test that each path matters.
 */
export type Predicate =
  | FieldPredicate
  | { readonly kind: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly kind: 'not'; readonly of: Predicate }
  | {
      /** Over the elements of a list (or the values of a map); inner paths are relative to an element. */
      readonly kind: 'some' | 'every';
      readonly path: string;
      readonly of: Predicate;
      /** Set where the cloud is documented to leave out an empty list. */
      readonly absentIsEmpty?: { readonly source: string };
    }
  | {
      /** Over the assets at the other end of the relations of one kind. */
      readonly kind: 'related';
      readonly relation: RelationKind;
      readonly type: AssetType;
      readonly quantifier: 'some' | 'every';
      readonly of: Predicate;
    }
  | { readonly kind: 'function'; readonly of: JudgingFunction }
  /** False: what needs a setting that the config does not have does not apply. */
  | { readonly kind: 'unset'; readonly parameter: ParameterName };

/** The escape hatch, for what no comparison says: policy documents, CIDR arithmetic. */
export interface JudgingFunction {
  /** The sentence after “fails when”. */
  readonly sentence: string;
  /** Config paths that it reads: held against the API's types, and unread ones make the result unknown. */
  readonly reads: readonly string[];
  /** Settings of the config without which it cannot decide; every setting is in the second argument. */
  readonly parameters?: readonly ParameterName[];
  /** `undefined` is unknown. `at` is when the scan began: a check has no clock of its own. */
  readonly judge: (
    asset: Asset,
    governance: Governance,
    at: Date,
  ) => { readonly truth: boolean | undefined; readonly evidence: Evidence[] };
}

class Field {
  readonly #path: string;
  readonly #absentIs: FieldPredicate['absentIs'];

  constructor(path: string, absentIs?: FieldPredicate['absentIs']) {
    this.#path = path;
    this.#absentIs = absentIs;
  }

  /** Says what the API documents an absent field to mean, and where. */
  absentIs(value: Json, source: string): Field {
    return new Field(this.#path, { value, source });
  }

  is(value: string | number | boolean): Predicate {
    return this.#predicate({ operator: 'is', value });
  }
  isNot(value: string | number | boolean): Predicate {
    return not(this.is(value));
  }
  isOneOf(...value: (string | number | boolean)[]): Predicate {
    return this.#predicate({ operator: 'is-one-of', value });
  }
  isNoneOf(...value: (string | number | boolean)[]): Predicate {
    return not(this.isOneOf(...value));
  }
  matches(pattern: RegExp): Predicate {
    return this.#predicate({ operator: 'matches', value: pattern.source, flags: pattern.flags });
  }
  /** The list holds the value. */
  includes(value: string | number | boolean): Predicate {
    return this.#predicate({ operator: 'includes', value });
  }
  /** The text fits a pattern, in which `*` stands for any text. */
  fitsOneOf(value: readonly string[] | Parameter): Predicate {
    return this.#predicate({ operator: 'fits-one-of', value });
  }
  atLeast(value: number | Parameter): Predicate {
    return this.#predicate({ operator: 'at-least', value });
  }
  atMost(value: number | Parameter): Predicate {
    return this.#predicate({ operator: 'at-most', value });
  }
  isAbsent(): Predicate {
    return this.#predicate({ operator: 'is-absent' });
  }
  isPresent(): Predicate {
    return not(this.isAbsent());
  }
  /** Absent, or a text, list or map with nothing in it. */
  isEmpty(): Predicate {
    return this.#predicate({ operator: 'is-empty' });
  }

  #predicate(comparison: Comparison): Predicate {
    return this.#absentIs
      ? { kind: 'field', path: this.#path, comparison, absentIs: this.#absentIs }
      : { kind: 'field', path: this.#path, comparison };
  }
}

export const field = (path: string): Field => new Field(path);

export const all = (...of: Predicate[]): Predicate => ({ kind: 'all', of });
export const any = (...of: Predicate[]): Predicate => ({ kind: 'any', of });
export const not = (of: Predicate): Predicate => (of.kind === 'not' ? of.of : { kind: 'not', of });

interface ListOptions {
  /** Where it is documented that an empty list is left out of the reply. */
  readonly absentIsEmpty?: string;
}

export const some = (path: string, of: Predicate, options: ListOptions = {}): Predicate =>
  list('some', path, of, options);
export const every = (path: string, of: Predicate, options: ListOptions = {}): Predicate =>
  list('every', path, of, options);
export const none = (path: string, of: Predicate, options: ListOptions = {}): Predicate =>
  not(some(path, of, options));

function list(kind: 'some' | 'every', path: string, of: Predicate, options: ListOptions): Predicate {
  return options.absentIsEmpty
    ? { kind, path, of, absentIsEmpty: { source: options.absentIsEmpty } }
    : { kind, path, of };
}

/** Some asset at the other end of such a relation satisfies `of`. */
export const related = (relation: RelationKind, type: AssetType, of: Predicate): Predicate => ({
  kind: 'related',
  relation,
  type,
  quantifier: 'some',
  of,
});

/** Every asset at the other end of such relations satisfies `of`; true where there is none. */
export const everyRelated = (relation: RelationKind, type: AssetType, of: Predicate): Predicate => ({
  kind: 'related',
  relation,
  type,
  quantifier: 'every',
  of,
});

export const judgedBy = (of: JudgingFunction): Predicate => ({ kind: 'function', of });

/** `a.b['c.d'][0]` as its keys. */
export function pathSegments(path: string): string[] {
  return [...path.matchAll(/\['([^']*)'\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, plain]) => quoted ?? index ?? plain ?? '',
  );
}

/** A path under an element of a list, `ipRules[0].value`. */
export const joinPath = (base: string, path: string): string =>
  base === '' ? path : path === '' ? base : path.startsWith('[') ? base + path : `${base}.${path}`;

/** Visits every predicate in the tree, the outermost first. */
export function* walk(predicate: Predicate): Generator<Predicate> {
  yield predicate;
  switch (predicate.kind) {
    case 'all':
    case 'any':
      for (const inner of predicate.of) yield* walk(inner);
      break;
    case 'not':
    case 'some':
    case 'every':
    case 'related':
      yield* walk(predicate.of);
  }
}

/**
 * The absolute config paths that a predicate reads of the judged asset itself, list elements as `path[]`.
 * What it reads of related assets is in {@link relatedReads}.
 */
export function readsOf(predicate: Predicate, base = ''): string[] {
  switch (predicate.kind) {
    case 'field':
      return [joinPath(base, predicate.path)];
    case 'all':
    case 'any':
      return predicate.of.flatMap((inner) => readsOf(inner, base));
    case 'not':
      return readsOf(predicate.of, base);
    case 'some':
    case 'every': {
      const path = joinPath(base, predicate.path);
      return [path, ...readsOf(predicate.of, `${path}[]`)];
    }
    case 'related':
    case 'unset':
      return [];
    case 'function':
      return predicate.of.reads.map((path) => joinPath(base, path));
  }
}

export function relatedReads(predicate: Predicate): { type: AssetType; paths: string[] }[] {
  return [...walk(predicate)].flatMap((inner) =>
    inner.kind === 'related' ? [{ type: inner.type, paths: readsOf(inner.of) }] : [],
  );
}
