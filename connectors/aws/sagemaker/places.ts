import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { imageSource } from '../arn.ts';

/** What stands at a place of a config, if anything does. */
export const at = (value: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((current, key) => (isObject(current) ? current[key] : undefined), value);

/** The list at a place of a config; none is empty. */
export function listAt(value: Json | undefined, ...keys: readonly string[]): readonly Json[] {
  const list = at(value, ...keys);
  return Array.isArray(list) ? list : [];
}

/** An image by what it comes from. */
export const runsImage = (image: Json | undefined) => relation('runs-image', imageSource(image));
