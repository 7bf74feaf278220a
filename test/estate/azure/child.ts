import type { JsonObject } from '#shared/model/json.ts';

/** A resource below another one, with the id and the type that follow from that. */
export function child(parent: string, segment: string, name: string, rest: JsonObject): JsonObject {
  const [, type] = /\/providers\/(.+)$/.exec(parent) ?? [];
  const types = (type ?? '').split('/').filter((_part, index) => index === 0 || index % 2 === 1);
  return { id: `${parent}/${segment}/${name}`, name, type: [...types, segment].join('/'), ...rest };
}
