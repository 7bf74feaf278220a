import { isObject, type JsonObject } from '#shared/model/json.ts';

/** The object under a key, or an empty one: replies leave out what is not set. */
export function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : {};
}

/** The objects of the list under a key, or none. */
export function objectsAt(parent: JsonObject, key: string): JsonObject[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of the list under a key, or none. */
export function textsAt(parent: JsonObject, key: string): string[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}
