import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { ChangeEvent } from '../connector.ts';

/** A text at a path of what a call was asked or answered, or `undefined`. CloudTrail writes keys in camel case. */
export function asked({ requestParameters }: ChangeEvent, key: string): string | undefined {
  const value = requestParameters?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function answered({ responseElements }: ChangeEvent, ...path: readonly string[]): string | undefined {
  let current: JsonObject | undefined = responseElements;
  for (const key of path.slice(0, -1)) {
    const next: unknown = current?.[key];
    current = isObject(next) ? (next as JsonObject) : undefined;
  }
  const value = current?.[path.at(-1) ?? ''];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
