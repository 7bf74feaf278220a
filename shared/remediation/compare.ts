import { canonical, isObject, type Json } from '#shared/model/json.ts';

export const isSame = (a: Json, b: Json): boolean => canonical(a) === canonical(b);

/**
 * Whether the present setting has all that was wanted. A cloud may answer with more than was put, such as
 * defaults that it filled in; null, nothing set, is only covered by nothing set.
 */
export function covers(present: Json, wanted: Json): boolean {
  if (isObject(wanted))
    return (
      isObject(present) &&
      Object.entries(wanted).every(
        ([key, value]) => value === undefined || covers(present[key] ?? null, value),
      )
    );
  return isSame(present, wanted);
}
