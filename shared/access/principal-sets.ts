import type { Holders, PrincipalNumbers } from './access-index.ts';

const NONE: PrincipalNumbers = new Uint32Array(0);
export const NOBODY: Holders = { yes: NONE, conditional: NONE };

/** The numbers in ascending order, each once. */
export const numbersOf = (numbers: Iterable<number>): PrincipalNumbers =>
  Uint32Array.from(new Set(numbers)).sort();

export function union(a: PrincipalNumbers, b: PrincipalNumbers): PrincipalNumbers {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged = new Uint32Array(a.length + b.length);
  let [i, j, n] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i] ?? Infinity, b[j] ?? Infinity];
    merged[n++] = Math.min(left, right);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return merged.subarray(0, n);
}

export function intersection(a: PrincipalNumbers, b: PrincipalNumbers): PrincipalNumbers {
  const kept = new Uint32Array(Math.min(a.length, b.length));
  let [i, j, n] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as number, b[j] as number];
    if (left === right) kept[n++] = left;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return kept.subarray(0, n);
}

export function difference(a: PrincipalNumbers, b: PrincipalNumbers): PrincipalNumbers {
  if (a.length === 0 || b.length === 0) return a;
  let j = 0;
  return a.filter((number) => {
    while (j < b.length && (b[j] as number) < number) j++;
    return b[j] !== number;
  });
}

const possible = ({ yes, conditional }: Holders): PrincipalNumbers => union(yes, conditional);

/** Who may do both. */
export function both(a: Holders, b: Holders): Holders {
  const yes = intersection(a.yes, b.yes);
  return { yes, conditional: difference(intersection(possible(a), possible(b)), yes) };
}

/** Who may do one or the other. */
export function either(a: Holders, b: Holders): Holders {
  const yes = union(a.yes, b.yes);
  return { yes, conditional: difference(union(a.conditional, b.conditional), yes) };
}

export const without = ({ yes, conditional }: Holders, excluded: PrincipalNumbers): Holders => ({
  yes: difference(yes, excluded),
  conditional: difference(conditional, excluded),
});

export const isNobody = ({ yes, conditional }: Holders): boolean => yes.length + conditional.length === 0;
