import { isObject } from '#shared/model/json.ts';

/** What stands in a config of Google in place of a value that may be a secret; in Azure it is an object. */
const NOT_KEPT = '(not kept)';

/** The leaves of a reply that a config lost: nothing may be, but null and what was dropped for a secret. */
export function lostFrom(config: unknown, reply: unknown, path = ''): string[] {
  if (reply === null || reply === undefined || config === NOT_KEPT) return [];
  if (isObject(config) && '$redacted' in config) return [];
  if (Array.isArray(reply))
    return reply.flatMap((element, index) =>
      lostFrom(Array.isArray(config) ? config[index] : undefined, element, `${path}[${index}]`),
    );
  if (isObject(reply))
    return Object.entries(reply).flatMap(([key, value]) =>
      lostFrom(isObject(config) ? config[key] : undefined, value, `${path}.${key}`),
    );
  return config === reply ? [] : [path];
}
