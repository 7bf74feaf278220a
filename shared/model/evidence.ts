import * as z from 'zod';
import { Json } from './json.ts';

/**
 * One thing that a verdict rests on, so that a reader can look it up.
 * `state` tells an absent field from one that was not read or that made no sense.
 */
export const Evidence = z.strictObject({
  /** Field path in the asset's config, `networkAcls.ipRules[0].value`; a related asset's id stands before `#`. */
  path: z.string(),
  state: z.enum(['read', 'absent', 'unread', 'malformed']),
  found: Json.optional(),
  /** What would have been right, in words. */
  expected: z.string(),
  /** Why it could not be read, or what absent means. */
  note: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Judgement = z.enum(['pass', 'fail', 'unknown', 'not-applicable']);
export type Judgement = z.infer<typeof Judgement>;

/** What one check says of one asset. */
export const Verdict = z.strictObject({
  checkId: z.string(),
  assetId: z.string(),
  judgement: Judgement,
  evidence: z.array(Evidence),
  /** For assets that recur: what makes them, so that the verdict is on that and not on one of many. */
  cause: z.string().optional(),
});
export type Verdict = z.infer<typeof Verdict>;
