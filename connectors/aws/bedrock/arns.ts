import { isObject, type Json } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';

/** Bedrock takes an id or an ARN wherever it wants to know which; asset ids are always the ARN. */
export function bedrockArn(scope: Scope, type: string, idOrArn: unknown): string | undefined {
  if (typeof idOrArn !== 'string' || idOrArn === '') return undefined;
  return idOrArn.startsWith('arn:') ? idOrArn : arnIn(scope, 'bedrock', `${type}/${idOrArn}`);
}

/** `…:agent-alias/<agent>/<alias>` → `…:agent/<agent>` */
export const agentOfAlias = (aliasArn: unknown): string | undefined =>
  typeof aliasArn === 'string'
    ? /^(arn:[^/]+:agent)-alias\/([^/]+)\//.exec(aliasArn)?.slice(1, 3).join('/')
    : undefined;

export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** The texts among the values, each once. */
export const distinct = (values: readonly unknown[]): string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
];

/** What stands under the keys, one below the other. */
export const at = (value: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((current, key) => (isObject(current) ? current[key] : undefined), value);
