import type { Rule } from '#shared/model/check.ts';
import { ruleOf, ruleOfCombination } from '#shared/paths/rule.ts';
import type { Fleet } from './fleet.ts';

/** Everything that a fleet judges by, as people read of it: checks, techniques and combinations, by id. */
export const rulesById = ({
  checks,
  techniques = [],
  combinations = [],
}: Pick<Fleet, 'checks' | 'techniques' | 'combinations'>): Map<string, Rule> =>
  new Map(
    [...checks, ...techniques.map(ruleOf), ...combinations.map(ruleOfCombination)].map((rule) => [
      rule.id,
      rule,
    ]),
  );
