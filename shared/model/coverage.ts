import * as z from 'zod';
import { Scope } from './scope.ts';

/**
 * How reading went.
 * - `denied`: the caller lacks a permission (the coverage record names it)
 * - `throttled`: the cloud kept refusing for rate, past every retry
 * - `unavailable`: the service or the API is not offered or not enabled in this scope, or the scope itself is
 *   no longer scanned
 * - `not-asked`: a service that is rarely used, in a region where nothing hints at AI: it was not asked, to spare
 *   the calls
 * - `failed`: anything else, such as a 5xx, a timeout, a cut or malformed reply
 */
export const Outcome = z.enum(['complete', 'denied', 'throttled', 'unavailable', 'not-asked', 'failed']);
export type Outcome = z.infer<typeof Outcome>;

/** One record per scope and API operation: the worst that happened to any call of it in one scan. */
export const Coverage = z.strictObject({
  scope: Scope,
  /** The cloud's own name of the operation, `sagemaker:ListModels`. */
  operation: z.string(),
  outcome: Outcome,
  /** The permission that the operation needs, in the cloud's own spelling. */
  permission: z.string(),
  /** Calls made, and how many of them did not come back whole. */
  calls: z.int().nonnegative(),
  incomplete: z.int().nonnegative(),
  /** What the cloud said the first time it did not answer. */
  detail: z.string().optional(),
});
export type Coverage = z.infer<typeof Coverage>;

const GRAVITY: Record<Outcome, number> = {
  complete: 0,
  'not-asked': 1,
  unavailable: 2,
  throttled: 3,
  failed: 4,
  denied: 5,
};

export const worse = (a: Outcome, b: Outcome): Outcome => (GRAVITY[a] >= GRAVITY[b] ? a : b);

/** Only a complete read may resolve a finding: a service that is switched off may still hold assets. */
export const wasRead = (outcome: Outcome): boolean => outcome === 'complete';

/** Whether somebody has to do something about it. A service that is not offered in a region is no gap. */
export const isGap = (outcome: Outcome): boolean =>
  outcome !== 'complete' && outcome !== 'unavailable' && outcome !== 'not-asked';

/** What stands in a config in place of something that could not be read. */
export const Unread = z.strictObject({
  $unread: z.strictObject({ operation: z.string(), outcome: Outcome, permission: z.string() }),
});
export type Unread = z.infer<typeof Unread>;

export const isUnread = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && '$unread' in value;

/** The first part of a value, however deep, that stands for something that was not read. */
export function unreadWithin(value: unknown): Unread | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isUnread(value)) return value;
  for (const inner of Object.values(value)) {
    const unread = unreadWithin(inner);
    if (unread) return unread;
  }
  return undefined;
}
