import { isObject, type JsonObject } from '#shared/model/json.ts';

/** ARM keeps tags at the top of every resource. */
export function resourceTags({ tags }: JsonObject): Record<string, string> | undefined {
  if (!isObject(tags)) return undefined;
  return Object.fromEntries(
    Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
