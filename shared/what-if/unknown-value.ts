import { isUnread, type Unread, unreadWithin } from '#shared/model/coverage.ts';
import type { Json, JsonObject } from '#shared/model/json.ts';

/** What a file leaves open: it stands in a config as what was not read does, so that nothing is concluded from it. */
export const unknownValue = (source: string): JsonObject & Unread => ({
  $unread: { operation: 'what-if:file', outcome: 'not-asked', permission: source },
});

/** The value where all of it is known; otherwise unknown as a whole: half a policy would mislead. */
export function wholeOrUnknown(value: Json | undefined): Json | undefined {
  const unknown = unreadWithin(value);
  return unknown ? unknownValue(unknown.$unread.permission) : value;
}

export const isKnownText = (value: unknown): value is string =>
  typeof value === 'string' && !isUnread(value) && value !== '';
