import { canonical, isObject, type Json } from '#shared/model/json.ts';
import { NotUnderstood } from './not-understood.ts';
import { arrayKey, type Counted, isArrayAlias, type Resource, selected } from './resource.ts';

/** What a function may look at. */
export interface Call {
  /** What the `if` is about: `field()` reads of it, in an existence condition too. */
  readonly subject: Resource;
  /** What the condition is about: in an existence condition, the related resource. */
  readonly resource: Resource;
  readonly counted: Counted;
  /** Throws where neither the assignment nor the definition gives the parameter a value. */
  readonly parameter: (name: string) => Json;
}

type TemplateFunction = (values: readonly Json[], call: Call) => Json;

/**
 * The functions that the rules call.
 * https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule#policy-functions
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
 */
const functions = {
  parameters: ([name], { parameter }) => parameter(text(name)),
  field: ([name], { subject, counted }) => fieldOf(subject, text(name), counted),
  current: ([name], { resource, counted }) => currentOf(resource, text(name), counted),
  empty: ([value]) => sizeOf(value) === 0,
  length: ([value]) => sizeOf(value),
  first: ([value]) => {
    if (!Array.isArray(value)) throw new NotUnderstood({ first: value });
    return value[0] ?? null;
  },
  concat: (values) => values.map(text).join(''),
  // Unlike the condition of that name, the function regards case.
  equals: ([one, other]) => canonical(one) === canonical(other),
  padLeft: ([value, length, filling]) => {
    if (typeof length !== 'number' || typeof value === 'boolean') throw new NotUnderstood({ padLeft: value });
    return (typeof value === 'number' ? String(value) : text(value)).padStart(length, text(filling));
  },
} satisfies Readonly<Record<string, TemplateFunction>>;

export type FunctionName = keyof typeof functions;
export const FUNCTIONS: Readonly<Record<FunctionName, TemplateFunction>> = functions;

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new NotUnderstood(`${JSON.stringify(value)} in place of a text`);
  return value;
}

function sizeOf(value: Json | undefined): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  throw new NotUnderstood(`the length of ${JSON.stringify(value)}`);
}

/** An array alias gives the list of what it selects, another field its value, or an empty text where it is absent. */
function fieldOf(subject: Resource, name: string, counted: Counted): Json {
  const values = selected(subject, name, counted);
  return isArrayAlias(name) ? values.map((value) => value ?? null) : (values[0] ?? '');
}

/** The element that is being counted, by the name of the count or by its alias; or what its alias selects of it. */
function currentOf(resource: Resource, name: string, counted: Counted): Json {
  if (!isArrayAlias(name)) {
    const element = counted.get(name);
    if (element === undefined)
      throw new NotUnderstood(`current('${name}') where nothing of that name is counted`);
    return element;
  }
  const isCounted = [...counted.keys()].some(
    (key) => arrayKey(name) === key || arrayKey(name).startsWith(`${key}.`),
  );
  const values = selected(resource, name, counted);
  if (!isCounted || values.length !== 1) throw new NotUnderstood(`current('${name}')`);
  return values[0] ?? '';
}
