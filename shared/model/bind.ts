import type { Check } from './check.ts';
import { type Governance, isParameter, type Parameter, type ParameterName } from './governance.ts';
import { all, type Comparison, type Predicate, walk } from './predicate.ts';

/**
 * The check with the settings of an organisation in place of the names of parameters. Where the organisation
 * has decided nothing, and there is no default, the check does not apply.
 */
export function bindGovernance<Bound extends Pick<Check, 'fails' | 'applies'>>(
  check: Bound,
  governance: Governance,
): Bound {
  const predicates = check.applies ? [check.applies, check.fails] : [check.fails];
  const names = new Set(predicates.flatMap(parametersOf));
  const unset = [...names].filter((name) => governance[name] === undefined);
  const fails = boundPredicate(check.fails, governance);
  const applies = [
    ...unset.map((parameter): Predicate => ({ kind: 'unset', parameter })),
    ...(check.applies ? [boundPredicate(check.applies, governance)] : []),
  ];
  return { ...check, fails, ...(applies.length > 0 ? { applies: all(...applies) } : {}) };
}

/** The settings that a predicate decides by. */
export function parametersOf(predicate: Predicate): ParameterName[] {
  return [...walk(predicate)].flatMap((inner): ParameterName[] => {
    if (inner.kind === 'function') return [...(inner.of.parameters ?? [])];
    if (inner.kind !== 'field') return [];
    const { comparison } = inner;
    const value = 'value' in comparison ? comparison.value : undefined;
    return isParameter(value) ? [value.parameter] : [];
  });
}

function boundPredicate(predicate: Predicate, governance: Governance): Predicate {
  const bound = (inner: Predicate): Predicate => boundPredicate(inner, governance);
  switch (predicate.kind) {
    case 'field':
      return { ...predicate, comparison: boundComparison(predicate.comparison, governance) };
    case 'all':
    case 'any':
      return { ...predicate, of: predicate.of.map(bound) };
    case 'not':
    case 'some':
    case 'every':
    case 'related':
      return { ...predicate, of: bound(predicate.of) };
    case 'function': {
      const { judge } = predicate.of;
      return {
        ...predicate,
        of: { ...predicate.of, judge: (asset, _unbound, at) => judge(asset, governance, at) },
      };
    }
    case 'unset':
      return predicate;
  }
}

function boundComparison(comparison: Comparison, governance: Governance): Comparison {
  const settingOf = ({ parameter }: Parameter) => governance[parameter];
  if (comparison.operator === 'fits-one-of' && isParameter(comparison.value)) {
    const patterns = settingOf(comparison.value);
    return Array.isArray(patterns) ? { ...comparison, value: patterns } : comparison;
  }
  if (
    (comparison.operator === 'at-least' || comparison.operator === 'at-most') &&
    isParameter(comparison.value)
  ) {
    const bound = settingOf(comparison.value);
    return typeof bound === 'number' ? { ...comparison, value: bound } : comparison;
  }
  return comparison;
}
