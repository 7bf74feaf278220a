/** Whether something holds; where that depends on more than is known, on what, in the cloud's own syntax. */
export type Judgement = boolean | { readonly conditions: readonly string[] };

/** That all of them hold. */
export function allHold(judgements: readonly Judgement[]): Judgement {
  if (judgements.includes(false)) return false;
  const conditions = judgements.flatMap(conditionsOf);
  return conditions.length === 0 ? true : { conditions: [...new Set(conditions)] };
}

/** That at least one holds. */
export function oneHolds(judgements: readonly Judgement[]): Judgement {
  if (judgements.includes(true)) return true;
  const ways = [
    ...new Set(
      judgements
        .map(conditionsOf)
        .filter((ways) => ways.length > 0)
        .map(together),
    ),
  ];
  if (ways.length === 0) return false;
  const only = judgements.filter((judgement) => judgement !== false);
  return ways.length === 1 && only[0] ? only[0] : { conditions: [ways.map(inBrackets).join(' OR ')] };
}

export function holdsNot(judgement: Judgement): Judgement {
  return typeof judgement === 'boolean'
    ? !judgement
    : { conditions: [`NOT (${together(judgement.conditions)})`] };
}

const conditionsOf = (judgement: Judgement): readonly string[] =>
  typeof judgement === 'boolean' ? [] : judgement.conditions;

const together = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? '') : conditions.map(inBrackets).join(' AND ');

const inBrackets = (condition: string): string => `(${condition})`;
