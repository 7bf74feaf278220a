import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { NotUnderstood } from './not-understood.ts';

/** A resource as Azure Policy sees it: its type, and what Resource Manager answers of it. */
export interface Resource {
  readonly type: string;
  readonly body: JsonObject;
}

/** What `count` has before it: the element, by the alias of its array or by the name that the rule gives it. */
export type Counted = ReadonlyMap<string, Json>;

/** Under which {@link Counted} keeps the element of an array: aliases are compared without case. */
export const arrayKey = (alias: string): string => alias.replaceAll('[*]', '').toLowerCase();

export const isArrayAlias = (field: string): boolean => field.includes('[*]');

const FIELDS = new Set(['name', 'kind', 'location', 'id', 'identity.type', 'tags']);

/**
 * The values that a field selects. One that is no array alias selects exactly one, `undefined` where it is absent; an
 * array alias selects that of each element, and nothing where there is no array.
 * https://learn.microsoft.com/azure/governance/policy/how-to/author-policies-for-arrays#referencing-array-resource-properties
 */
export function selected(
  { type, body }: Resource,
  field: string,
  counted: Counted = new Map(),
): (Json | undefined)[] {
  if (field.toLowerCase() === 'type') return [type];
  if (FIELDS.has(field.toLowerCase())) return [field.split('.').reduce<Json | undefined>(own, body)];
  const [namespace] = field.split('/', 1);
  if (namespace === field || !field.toLowerCase().startsWith(`${type.toLowerCase()}/`))
    throw new NotUnderstood(`the field ${field} of a ${type}`);
  const names = field.slice(type.length + 1).split('.');

  function below(value: Json | undefined, index: number, key: string): (Json | undefined)[] {
    const name = names[index];
    if (name === undefined) return [value];
    const plain = name.replaceAll('[*]', '');
    const found = index === 0 ? ofResource(value, plain) : property(value, plain);
    const at = `${key}${index === 0 ? '/' : '.'}${plain.toLowerCase()}`;
    const isList = name !== plain || (Array.isArray(found) && index < names.length - 1);
    if (!isList) return below(found, index + 1, at);
    const member = counted.get(at);
    const members = member !== undefined ? [member] : Array.isArray(found) ? found : [];
    return members.flatMap((element) => below(element, index + 1, at));
  }

  return below(body, 0, type.toLowerCase());
}

/**
 * An alias leaves `properties` out, wherever it stands: in the resource, in the elements of its lists, and twice in
 * the computes of a workspace. Some fields, such as `sku`, stand beside it.
 * https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-alias
 */
const ofResource = (body: Json | undefined, name: string): Json | undefined =>
  property(own(body, 'properties'), name) ?? own(body, name);

function property(value: Json | undefined, name: string): Json | undefined {
  const found = own(value, name);
  if (found !== undefined || !isObject(value)) return found;
  return isObject(value['properties']) ? property(value['properties'], name) : undefined;
}

/** Names are compared without case, as Resource Manager compares them; null is as good as absent. */
function own(value: Json | undefined, name: string): Json | undefined {
  if (!isObject(value)) return undefined;
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : (value[key] ?? undefined);
}
