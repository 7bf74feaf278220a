import type { Json } from '#shared/model/json.ts';
import type { PolicyDefinition } from './definition.ts';
import { resolved } from './expression.ts';
import type { Call } from './functions.ts';
import { Unassigned } from './not-understood.ts';
import { type Resource, selected } from './resource.ts';
import { holds } from './rule.ts';

export type Compliance = 'compliant' | 'non-compliant';

/** No opinion, and why there is none. */
export interface NotComparable {
  readonly notComparable: string;
}

export interface Surroundings {
  /** The values that an assignment gives the parameters, in place of their defaults. */
  readonly assigned?: Readonly<Record<string, Json>>;
  /** The resources of a type that belong to the resource; `undefined` where nobody knows them. */
  readonly related?: (type: string) => readonly Resource[] | undefined;
}

/**
 * Whether the policy finds the resource non-compliant: its condition is true of it and, where it asks for a related
 * resource, no such resource meets the existence condition.
 * https://learn.microsoft.com/azure/governance/policy/concepts/effect-audit-if-not-exists
 */
export function complianceOf(
  policy: PolicyDefinition,
  subject: Resource,
  { assigned = {}, related = () => undefined }: Surroundings = {},
): Compliance | NotComparable {
  const parameter = (name: string): Json => {
    const value = assigned[name] ?? policy.parameters.get(name)?.defaultValue;
    if (value === undefined) throw new Unassigned(name);
    return value;
  };
  const callOn = (resource: Resource): Call => ({ subject, resource, counted: new Map(), parameter });

  try {
    if (!holds(policy.condition, callOn(subject))) return 'compliant';
    if (!policy.related) return 'non-compliant';
    const { type, name, existence } = policy.related;
    const isItself = type.toLowerCase() === subject.type.toLowerCase();
    const candidates = isItself ? [subject] : related(type);
    if (!candidates) return { notComparable: `its ${type} are not known` };
    const wanted = name && resolved(name, callOn(subject));
    const meets = candidates.some(
      (candidate) =>
        (wanted === undefined || isCalled(candidate, wanted)) &&
        (!existence || holds(existence, callOn(candidate))),
    );
    return meets ? 'compliant' : 'non-compliant';
  } catch (error) {
    if (error instanceof Unassigned) return { notComparable: error.message };
    throw error;
  }
}

/** A resource without a name asked for the name of itself: `field('name')` is then an empty text. */
const isCalled = (resource: Resource, name: Json): boolean =>
  String(selected(resource, 'name')[0] ?? '').toLowerCase() === String(name).toLowerCase();
