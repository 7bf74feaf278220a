import * as z from 'zod';
import { Json, JsonObject } from '#shared/model/json.ts';
import { fixture, haveFixtures } from '../fixtures.ts';
import { type Expression, expressionOf } from './expression.ts';
import { type Condition, conditionOf, typesOf } from './rule.ts';

const Manifest = z.object({
  files: z.array(z.looseObject({ file: z.string(), id: z.string(), deprecated: z.boolean() })),
});

const Published = z.looseObject({
  name: z.string(),
  properties: z.looseObject({
    displayName: z.string(),
    parameters: z.record(
      z.string(),
      z.looseObject({ defaultValue: Json.optional(), allowedValues: z.array(Json).optional() }),
    ),
    policyRule: z.object({
      if: JsonObject,
      // biome-ignore lint/suspicious/noThenProperty: Azure calls it so
      then: z.looseObject({ effect: z.string(), details: Json.optional() }),
    }),
  }),
});

const Related = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  existenceCondition: JsonObject.optional(),
});

/** A built-in policy definition of Microsoft. */
export interface PolicyDefinition {
  /** The guid that checks name it by. */
  readonly name: string;
  readonly file: string;
  readonly displayName: string;
  readonly deprecated: boolean;
  /** What the assignment does by default; in lower case, for definitions spell it either way. */
  readonly effect: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly condition: Condition;
  /** The types that it is about. */
  readonly types: readonly string[];
  /** What must exist beside the resource, of a policy that audits or deploys where it does not. */
  readonly related?: RelatedResource;
}

interface Parameter {
  readonly defaultValue?: Json | undefined;
  readonly allowedValues?: readonly Json[] | undefined;
}

export interface RelatedResource {
  readonly type: string;
  readonly name?: Expression;
  readonly existence?: Condition;
}

/** Reads a definition as it was published. Throws on a rule that is not understood. */
export function definitionOf(published: unknown, file: string, deprecated = false): PolicyDefinition {
  const { name, properties } = Published.parse(published);
  const { displayName, parameters, policyRule } = properties;
  const condition = conditionOf(policyRule.if);
  const related = relatedOf(policyRule.then.details);
  return {
    name,
    file,
    displayName,
    deprecated,
    effect: effectOf(policyRule.then.effect, parameters),
    parameters: new Map(Object.entries(parameters)),
    condition,
    types: typesOf(condition),
    ...(related ? { related } : {}),
  };
}

function relatedOf(details: Json | undefined): RelatedResource | undefined {
  const { success, data } = Related.safeParse(details);
  if (!success) return undefined;
  const { type, name, existenceCondition } = data;
  return {
    type,
    ...(name === undefined ? {} : { name: expressionOf(name) }),
    ...(existenceCondition ? { existence: conditionOf(existenceCondition) } : {}),
  };
}

function effectOf(effect: string, parameters: Readonly<Record<string, Parameter>>): string {
  const name = /^\[parameters\('(\w+)'\)\]$/.exec(effect)?.[1];
  const { defaultValue, allowedValues } = (name === undefined ? undefined : parameters[name]) ?? {};
  return String(defaultValue ?? allowedValues?.[0] ?? effect).toLowerCase();
}

/** Every definition of the fixtures, the deprecated ones among them. */
export const definitions: readonly PolicyDefinition[] = haveFixtures
  ? Manifest.parse(fixture('azure-policy/manifest.json')).files.map(({ file, deprecated }) =>
      definitionOf(fixture(`azure-policy/${file}`), file.replace(/\.json$/, ''), deprecated),
    )
  : [];
