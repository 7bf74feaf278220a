/**
 * What the request is known to carry. A key has values, is known not to be there (no values), or is unknown: the
 * inventory says who may, and not from where or when.
 */
export interface Context {
  /** By key in lower case: IAM does not tell case in them. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** What keys are that `values` does not have. */
  readonly missing: 'absent' | 'unknown';
}

const ABSENT: readonly string[] = [];

export function contextOf(
  values: Readonly<Record<string, readonly string[]>>,
  missing: Context['missing'],
): Context {
  return {
    values: new Map(Object.entries(values).map(([key, found]) => [key.toLowerCase(), found])),
    missing,
  };
}

/** The values of a key, none where it is not in the request; `undefined` where that is unknown. `key` in lower case. */
export const valuesOf = ({ values, missing }: Context, key: string): readonly string[] | undefined =>
  values.get(key) ?? (missing === 'absent' ? ABSENT : undefined);
