import * as z from 'zod';
import { Instant } from './finding.ts';
import { Json, JsonObject } from './json.ts';
import { Scope } from './scope.ts';
import { Severity } from './severity.ts';

/**
 * planned → approved → acting → acted → verified; `failed` from acting, acted and undoing;
 * acted, verified or failed → undoing → undone. `acting` and `undoing` are held for a limited time: whoever
 * finds one whose time is over reads the present state and goes on from there.
 */
export const RemediationStatus = z.enum([
  'planned',
  'approved',
  'acting',
  'acted',
  'verified',
  'failed',
  'undoing',
  'undone',
]);
export type RemediationStatus = z.infer<typeof RemediationStatus>;

export const Actor = z.strictObject({
  kind: z.enum(['person', 'policy', 'fleet']),
  name: z.string().min(1).max(200),
});
export type Actor = z.infer<typeof Actor>;

/** One write. `before` and `after` hold the fields that it sets and no others; null is “nothing is set”. */
export const Step = z.strictObject({
  /** The cloud's own name of it: `s3:PutPublicAccessBlock`. */
  operation: z.string(),
  /** What the caller must be granted for it. */
  permission: z.string(),
  /** The cloud's own id of what it changes. */
  target: z.string(),
  before: Json,
  after: Json,
});
export type Step = z.infer<typeof Step>;

/** A parameter without which the plan cannot be carried out. */
export const MissingParameter = z.strictObject({ name: z.string(), description: z.string() });
export type MissingParameter = z.infer<typeof MissingParameter>;

export const RemediationPlan = z.strictObject({
  summary: z.string(),
  /** What may break. */
  risk: z.string(),
  missing: z.array(MissingParameter),
  /** Why nobody but a person can act on it, or not yet. */
  cannotAct: z.string().optional(),
  /** Absent while parameters are missing, and where only a person can act. */
  step: Step.optional(),
  undo: Step.optional(),
});
export type RemediationPlan = z.infer<typeof RemediationPlan>;

/** What went wrong, without anything that the cloud said beyond its error code. */
export const RemediationFailure = z.strictObject({
  stage: z.enum(['act', 'verify', 'undo']),
  at: Instant,
  /** The cloud's error code, or `drift`, `obstructed`, `still-failing`. */
  code: z.string(),
  message: z.string(),
  operation: z.string().optional(),
  permission: z.string().optional(),
});
export type RemediationFailure = z.infer<typeof RemediationFailure>;

/** One plan to fix one finding, and everything that became of it. */
export const Remediation = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{40}$/),
  version: z.int().positive(),
  status: RemediationStatus,
  /** `aws.s3.block-public-access` */
  action: z.string(),
  /** How many remediations of the finding there were before. */
  ordinal: z.int().nonnegative(),
  findingId: z.string(),
  findingVersion: z.int().positive(),
  checkId: z.string(),
  severity: Severity,
  scope: Scope,
  asset: z.strictObject({ id: z.string(), type: z.string(), name: z.string() }),
  parameters: JsonObject,
  plan: RemediationPlan,
  planned: z.strictObject({ at: Instant, by: Actor }),
  approval: z.strictObject({ at: Instant, by: Actor, note: z.string().max(1000).optional() }).optional(),
  /** Who is at it now may not be disturbed until then. */
  held: z.strictObject({ since: Instant, until: Instant }).optional(),
  /** The write that was made, `after` as read back. */
  acted: z.strictObject({ at: Instant, step: Step }).optional(),
  /** The last reading of the asset after the write. */
  verification: z
    .strictObject({
      at: Instant,
      scanId: z.string(),
      outcome: z.enum(['resolved', 'still-failing', 'not-read']),
    })
    .optional(),
  failure: RemediationFailure.optional(),
  undone: z
    .strictObject({ at: Instant, by: Actor, note: z.string().max(1000).optional(), step: Step })
    .optional(),
});
export type Remediation = z.infer<typeof Remediation>;
