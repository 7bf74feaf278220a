import { isObject, type JsonObject } from '#shared/model/json.ts';
import { type Answer, armError } from './faulty.ts';

/** What a resource provider makes of a PATCH beyond merging it, by type in lower case. */
const RULES: Readonly<Record<string, (properties: JsonObject, before: JsonObject) => JsonObject | Answer>> = {
  // SearchServiceUpdate of @azure/arm-search and SearchUpdateServiceDisableLocalAuth of 2025-05-01: without keys
  // there are no options for keys and tokens, and none can be set.
  'microsoft.search/searchservices': (properties, before) => {
    const isOff = properties['disableLocalAuth'] ?? before['disableLocalAuth'] === true;
    if (!isOff) return properties;
    if (properties['authOptions'] !== undefined)
      return armError(
        400,
        'InvalidRequest',
        'authOptions cannot be set where local authentication is disabled.',
      );
    return { ...properties, authOptions: null };
  },
};

/** The body as the provider takes it, or its refusal. */
export function ruled(type: string, body: JsonObject, before: JsonObject): JsonObject | Answer {
  const rule = RULES[type.toLowerCase()];
  const { properties } = body;
  if (!rule || !isObject(properties)) return body;
  const present = before['properties'];
  const made = rule(properties, isObject(present) ? present : {});
  return isAnswer(made) ? made : { ...body, properties: made };
}

export const isAnswer = (made: JsonObject | Answer): made is Answer =>
  typeof made['status'] === 'number' && isObject(made['body']);
