import { isObject, type JsonObject } from '#shared/model/json.ts';

/** Google keeps labels at the top of a resource. */
export function resourceLabels({ labels }: JsonObject): Record<string, string> | undefined {
  if (!isObject(labels)) return undefined;
  return Object.fromEntries(
    Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
