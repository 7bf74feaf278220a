import { isObject, type Json } from '#shared/model/json.ts';

/** What stands under these keys of a reply, one below another; `undefined` where one of them is not there. */
export const valueAt = (reply: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), reply);
