import type { NormalizedSchema } from '@smithy/core/schema';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';

/** The schema of timestamps that travel as ISO text; all others travel as seconds. */
const DATE_TIME = 5;

/**
 * A value as a JSON protocol of AWS sends it: timestamps as seconds, members under their `jsonName`. Members
 * that the schema does not know are sent as they are: a server may be newer than its client.
 */
export function toWireJson(schema: NormalizedSchema, value: Json): Json {
  if (value === null) return null;
  if (schema.isTimestampSchema() && schema.getSchema() !== DATE_TIME)
    return typeof value === 'string' ? Date.parse(value) / 1000 : value;
  if (schema.isStructSchema() && isObject(value)) {
    const members = new Map(schema.structIterator());
    const out: JsonObject = {};
    for (const [name, inner] of Object.entries(value)) {
      if (inner === undefined) continue;
      const member = members.get(name);
      if (member && isBoundElsewhere(member)) continue;
      out[member?.getMergedTraits().jsonName ?? name] = member ? toWireJson(member, inner) : inner;
    }
    return out;
  }
  if (schema.isListSchema() && Array.isArray(value))
    return value.map((element) => toWireJson(schema.getValueSchema(), element));
  if (schema.isMapSchema() && isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, toWireJson(schema.getValueSchema(), inner ?? null)]),
    );
  return value;
}

/** Whether a member of a reply travels in a header, or is its status: path and query are only of requests. */
export function isBoundElsewhere(member: NormalizedSchema): boolean {
  const { httpHeader, httpPrefixHeaders, httpResponseCode } = member.getMergedTraits();
  return Boolean(httpHeader || httpPrefixHeaders || httpResponseCode);
}
