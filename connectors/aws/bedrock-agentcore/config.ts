import { isObject, type JsonObject } from '#shared/model/json.ts';

/** What stands at a path of a config, `undefined` where something on the way is missing. */
export function at(config: unknown, ...path: readonly string[]): unknown {
  let current: unknown = config;
  for (const key of path) current = isObject(current) ? (current as JsonObject)[key] : undefined;
  return current;
}

/** The texts in the list at a path. */
export function textsAt(config: unknown, ...path: readonly string[]): string[] {
  const list = at(config, ...path);
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}
