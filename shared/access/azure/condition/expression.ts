/** One side of a comparison. */
export type Operand =
  | { readonly kind: 'attribute' /** With its source: `@Resource[…:name]`. */; readonly name: string }
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly text: string };

/** A condition of a role assignment, or what is left of one when what is known has been put in. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  /** `a AND b OR c`, whose order Microsoft calls ambiguous. */
  | {
      readonly kind: 'ungrouped';
      readonly of: readonly Expression[];
      readonly operators: readonly ('AND' | 'OR')[];
    }
  | { readonly kind: 'ActionMatches' | 'SubOperationMatches'; readonly patterns: readonly string[] }
  | { readonly kind: 'Exists'; readonly attribute: string }
  | {
      readonly kind: 'comparison';
      readonly left: Operand;
      readonly operator: string;
      readonly right: Operand;
    };

export const literal = (value: boolean): Expression => ({ kind: 'literal', value });

export const not = (of: Expression): Expression => {
  if (of.kind === 'literal') return literal(!of.value);
  return of.kind === 'not' ? of.of : { kind: 'not', of };
};

export const and = (of: readonly Expression[]): Expression => joined('and', of, false);
export const or = (of: readonly Expression[]): Expression => joined('or', of, true);

/** What decides alone decides; what changes nothing is left out. */
function joined(kind: 'and' | 'or', of: readonly Expression[], decisive: boolean): Expression {
  const open: Expression[] = [];
  for (const part of of) {
    if (part.kind !== 'literal') open.push(...(part.kind === kind ? part.of : [part]));
    else if (part.value === decisive) return literal(decisive);
  }
  if (open.length === 0) return literal(!decisive);
  return open.length === 1 && open[0] ? open[0] : { kind, of: open };
}
