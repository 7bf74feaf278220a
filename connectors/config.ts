import type * as z from 'zod';
import type { Malformed } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { joinPath } from '#shared/model/predicate.ts';

/** JSON from an answer: dates as ISO text; bytes, functions and the SDK's metadata left out. */
export function toJson(value: unknown): Json | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (value instanceof Uint8Array || typeof value === 'function') return undefined;
  if (Array.isArray(value)) return value.map((element) => toJson(element) ?? null);
  if (typeof value === 'object') {
    const entries = Object.entries(value).flatMap(([key, nested]): [string, Json][] => {
      const json = key === '$metadata' || key === '__proto__' ? undefined : toJson(nested);
      return json === undefined ? [] : [[key, json]];
    });
    return Object.fromEntries(entries);
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : String(value);
}

export function toConfig(answer: object): JsonObject {
  const config = toJson(answer);
  return isObject(config) ? config : {};
}

/** The places where a config is not what its asset type declares, apart from those that were not read. */
export function malformedIn(schema: z.ZodType, config: JsonObject): Malformed[] {
  const { error } = schema.safeParse(config);
  return (error?.issues ?? []).flatMap(({ path, message }) => {
    if (unreadAt(config, path)) return [];
    const text = path.reduce<string>(
      (sofar, key) => joinPath(sofar, typeof key === 'number' ? `[${key}]` : keyPath(String(key))),
      '',
    );
    return [{ path: text, problem: message }];
  });
}

const keyPath = (key: string): string => (/[.[\]]/.test(key) ? `['${key}']` : key);

function unreadAt(config: JsonObject, path: readonly PropertyKey[]): boolean {
  let current: unknown = config;
  for (const key of path) {
    if (isUnread(current)) return true;
    current = typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined;
  }
  return isUnread(current);
}
