import * as z from 'zod';

/** A JSON value as a cloud sent it. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json | undefined };

export const Json: z.ZodType<Json> = z.json();
export const JsonObject: z.ZodType<JsonObject> = z.record(z.string(), Json);

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The same JSON text for equal values, whatever order the keys came in.
 * Keys whose value is `undefined` are left out, as `JSON.stringify` does.
 */
export function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_key, nested: Json) =>
    isObject(nested)
      ? Object.fromEntries(Object.entries(nested).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : nested,
  );
}
