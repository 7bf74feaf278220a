import { addresses } from './addresses.ts';
import { arns } from './arns.ts';
import { comparisons } from './comparisons.ts';
import { type Context, valuesOf } from './context.ts';
import type { Operator } from './operator.ts';
import { others } from './others.ts';
import { strings } from './strings.ts';
import { expand, type Template, templateOf } from './variables.ts';

/** `undefined` is unknown. */
export type Truth = boolean | undefined;

/**
 * One operator on one key of a statement's `Condition`.
 * Source: IAM User Guide, “IAM JSON policy elements: Condition operators” and “Set operators for multivalued context
 * keys”.
 */
export interface Condition {
  /** `StringEquals aws:SourceVpce vpce-1` */
  readonly text: string;
  /** In lower case. */
  readonly key: string;
  readonly holds: (context: Context) => Truth;
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [...strings, ...comparisons, ...others, ...addresses, ...arns].map((operator) => [
    operator.name.toLowerCase(),
    operator,
  ]),
);

interface Written {
  /** Before the operator: over all the values of the request, or over any. */
  readonly quantifier: 'forallvalues' | 'foranyvalue' | undefined;
  readonly operator: string;
  readonly ifExists: boolean;
}

function read(written: string): Written {
  const [, quantifier, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/i.exec(written) ?? [];
  return {
    quantifier: quantifier?.toLowerCase() as Written['quantifier'],
    operator: name.toLowerCase(),
    ifExists: ifExists !== undefined,
  };
}

interface Block {
  /** `ForAnyValue:StringLikeIfExists` */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** Version 2008-10-17 has no variables. */
  readonly hasVariables: boolean;
}

export function conditionOf({ operator: written, key, values, hasVariables }: Block): Condition {
  const text = `${written} ${key} ${values.join(', ')}`;
  const { quantifier, operator: name, ifExists } = read(written);
  const lowered = key.toLowerCase();
  if (name === 'null') return { text, key: lowered, holds: isNull(lowered, values) };
  const operator = OPERATORS.get(name);
  // One that is newer than this code says nothing that we could decide.
  if (!operator) return { text, key: lowered, holds: () => undefined };
  const fitsSome = fitting(operator, values, hasVariables);
  const isNegated = operator.isNegated === true;
  const whereAbsent = ifExists || quantifier === 'forallvalues' || (quantifier === undefined && isNegated);
  const satisfies = (found: string, context: Context): Truth => {
    const fits = fitsSome(found, context);
    return fits === undefined ? undefined : fits !== isNegated;
  };
  return {
    text,
    key: lowered,
    holds: (context) => {
      const found = valuesOf(context, lowered);
      if (found === undefined) return undefined;
      if (found.length === 0) return whereAbsent;
      if (found.length === 1) return satisfies(found[0] ?? '', context);
      if (quantifier === 'forallvalues') return every(found, (value) => satisfies(value, context));
      if (quantifier === 'foranyvalue')
        return negate(every(found, (value) => negate(satisfies(value, context))));
      // “Multivalued condition keys require a condition set operator”: what happens without is nowhere said.
      return undefined;
    },
  };
}

const isNull =
  (key: string, wanted: readonly string[]): Condition['holds'] =>
  (context) => {
    const found = valuesOf(context, key);
    if (found === undefined) return undefined;
    return wanted.some((value) => value.toLowerCase() === String(found.length === 0));
  };

/** Whether a value of the request fits one of the policy’s. */
function fitting(
  { fits, takesVariables }: Operator,
  values: readonly string[],
  hasVariables: boolean,
): (found: string, context: Context) => Truth {
  const fixed: ((found: string) => boolean)[] = [];
  const templates: Template[] = [];
  for (const value of values) {
    const template = hasVariables && takesVariables ? templateOf(value) : value;
    if (typeof template === 'string') fixed.push(fits(template));
    else templates.push(template);
  }
  if (templates.length === 0) return (found) => fixed.some((accepts) => accepts(found));
  return (found, context) => {
    if (fixed.some((accepts) => accepts(found))) return true;
    let isUnknown = false;
    for (const template of templates) {
      const expanded = expand(template, context);
      if (expanded === undefined) isUnknown = true;
      // A value that cannot be resolved is one that nothing fits.
      else if (expanded !== 'unresolved' && fits(expanded.text)(found)) return true;
    }
    return isUnknown ? undefined : false;
  };
}

const negate = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

function every(values: readonly string[], test: (value: string) => Truth): Truth {
  let result: Truth = true;
  for (const value of values) {
    const truth = test(value);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}
