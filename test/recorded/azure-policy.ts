import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';

/**
 * As much of Azure Policy’s language as its audits of AI resources use: an opinion on an asset that is not ours.
 * https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule
 */
export interface PolicyDefinition {
  readonly name: string;
  readonly properties: {
    readonly displayName: string;
    readonly parameters: Readonly<Record<string, { readonly defaultValue?: Json }>>;
    readonly policyRule: { readonly if: JsonObject };
  };
}

/** Whether the policy finds the resource non-compliant. `type` is the resource’s own. */
export function isNonCompliant(policy: PolicyDefinition, type: string, resource: JsonObject): boolean {
  const { parameters, policyRule } = policy.properties;
  const parameterOf = (value: Json | undefined): Json | undefined => {
    const name = typeof value === 'string' ? /^\[parameters\('(\w+)'\)\]$/.exec(value)?.[1] : undefined;
    return name === undefined ? value : parameters[name]?.defaultValue;
  };

  function holds(condition: JsonObject): boolean {
    const { allOf, anyOf, not } = condition;
    if (Array.isArray(allOf)) return allOf.filter(isObject).every(holds);
    if (Array.isArray(anyOf)) return anyOf.filter(isObject).some(holds);
    if (isObject(not)) return !holds(not);
    return compare(condition, operand(condition));
  }

  function operand({ field, value, count }: JsonObject): Json | undefined {
    if (typeof field === 'string') return valueAt(field);
    if (isObject(count)) return counted(count);
    const emptied =
      typeof value === 'string' ? /^\[empty\(field\('([^']+)'\)\)\]$/.exec(value)?.[1] : undefined;
    if (emptied === undefined) throw new Error(`not understood: ${JSON.stringify({ field, value, count })}`);
    const found = valueAt(emptied);
    return found === undefined || found === null || found === '';
  }

  function counted({ field, where }: JsonObject): number {
    const list = valueAt(String(field).replace(/\[\*\]$/, ''));
    if (!Array.isArray(list)) return 0;
    if (!isObject(where)) return list.length;
    const prefix = `${String(field)}.`;
    const inner = String(where['field']).slice(prefix.length);
    return list.filter((element) =>
      compare(where, at(element, inner) ?? at(isObject(element) ? element['properties'] : undefined, inner)),
    ).length;
  }

  /** An alias is the type and the path below `properties`; computes keep theirs one level deeper. */
  function valueAt(alias: string): Json | undefined {
    if (alias === 'type') return type;
    if (!alias.toLowerCase().startsWith(`${type.toLowerCase()}/`)) return at(resource, alias);
    const path = alias.slice(type.length + 1);
    const { properties } = resource;
    return at(properties, path) ?? at(isObject(properties) ? properties['properties'] : undefined, path);
  }

  function compare(condition: JsonObject, found: Json | undefined): boolean {
    const same = (wanted: Json | undefined) => text(found) === text(parameterOf(wanted));
    if ('equals' in condition) return same(condition['equals']);
    if ('notEquals' in condition) return !same(condition['notEquals']);
    if ('exists' in condition)
      return (found !== undefined && found !== null) === (text(condition['exists']) === 'true');
    if ('less' in condition) return Number(found) < Number(condition['less']);
    if ('greater' in condition) return Number(found) > Number(condition['greater']);
    const list = parameterOf(condition['in'] ?? condition['notIn']);
    if (!Array.isArray(list)) throw new Error(`not understood: ${JSON.stringify(condition)}`);
    return list.some((wanted) => text(found) === text(wanted)) === 'in' in condition;
  }

  return holds(policyRule.if);
}

/** Azure Policy compares text without case, and `true` with `"true"`. */
const text = (value: Json | undefined): string | undefined =>
  value === undefined || value === null ? undefined : String(value).toLowerCase();

function at(value: Json | undefined, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>((sofar, key) => (isObject(sofar) ? sofar[key] : undefined), value);
}
