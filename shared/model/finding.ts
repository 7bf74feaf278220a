import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Evidence } from './evidence.ts';
import { canonical } from './json.ts';
import { Risk } from './risk.ts';
import { Scope } from './scope.ts';
import { Severity } from './severity.ts';

/** An ISO 8601 instant in UTC with milliseconds: sorts as text. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

export const Suppression = z.strictObject({
  owner: z.string().min(1).max(200),
  reason: z.string().min(1).max(1000),
  at: Instant,
  /** From this moment on the finding is open again. */
  until: Instant,
});
export type Suppression = z.infer<typeof Suppression>;

export const FindingStatus = z.enum(['open', 'suppressed', 'resolved']);
export type FindingStatus = z.infer<typeof FindingStatus>;

/** Why a finding was resolved. */
export const Resolution = z.enum(['passed', 'not-applicable', 'asset-gone', 'check-retired']);
export type Resolution = z.infer<typeof Resolution>;

/** A failing verdict with a life. */
export const Finding = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{40}$/),
  checkId: z.string(),
  title: z.string(),
  severity: Severity,
  /** As of the last scan whose end was reached with the finding open; see docs/risk.md. */
  risk: Risk.optional(),
  scope: Scope,
  asset: z.strictObject({ id: z.string(), type: z.string(), name: z.string() }),
  /**
   * Set where assets recur, such as the runs of one training job: what makes them. The finding is of the
   * cause, and `asset` is the latest that it made.
   */
  cause: z.string().optional(),
  /** Tells several findings of one check on one asset apart. */
  discriminator: z.string().optional(),
  /** From the asset's owner tag, where there is one. */
  owner: z.string().optional(),
  status: FindingStatus,
  evidence: z.array(Evidence),
  firstSeenAt: Instant,
  /** When it was last opened: differs from `firstSeenAt` after a reopening. */
  openedAt: Instant,
  /** When status, severity or evidence last changed. */
  changedAt: Instant,
  /** When severity last rose. */
  worsenedAt: Instant.optional(),
  /** When a scan last saw it fail. Between writes the ledger derives it from the scope's scan record. */
  lastSeenAt: Instant,
  resolvedAt: Instant.optional(),
  resolution: Resolution.optional(),
  /** How often it came back after having been resolved. */
  reopened: z.int().nonnegative(),
  suppression: Suppression.optional(),
  /** Grows by one with each write; the condition of the next. */
  version: z.int().positive(),
  scanId: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/**
 * The same finding has the same id in every scan, in every region of the fleet, for ever. `subject` is the id
 * of the asset, or the cause where assets recur.
 */
export function findingId(checkId: string, subject: string, discriminator = ''): string {
  return createHash('sha256')
    .update(JSON.stringify([checkId, subject, discriminator]))
    .digest('hex')
    .slice(0, 40);
}

export const ChangeKind = z.enum(['opened', 'changed', 'resolved', 'reopened', 'suppressed', 'unsuppressed']);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** One step in a finding's life: what sinks receive. */
export const Change = z.strictObject({
  kind: ChangeKind,
  finding: Finding,
  /** The severity before, when it differs. */
  previousSeverity: Severity.optional(),
});
export type Change = z.infer<typeof Change>;

/** The same for the same evidence, whatever order its pieces and their keys came in. */
export function evidenceHash(evidence: readonly Evidence[]): string {
  return createHash('sha256')
    .update(
      evidence
        .map((piece) => canonical(piece))
        .sort()
        .join('\n'),
    )
    .digest('hex');
}

/**
 * The change between two versions of a finding, as the table's stream gives them; `undefined` when nothing
 * that a reader cares about differs.
 */
export function changeBetween(before: Finding | undefined, after: Finding): Change | undefined {
  const kind = kindOfChange(before, after);
  if (!kind) return undefined;
  return before && before.severity !== after.severity
    ? { kind, finding: after, previousSeverity: before.severity }
    : { kind, finding: after };
}

function kindOfChange(before: Finding | undefined, after: Finding): ChangeKind | undefined {
  if (!before) return after.status === 'open' ? 'opened' : undefined;
  if (before.version >= after.version) return undefined;
  if (before.status === after.status) {
    if (after.status === 'open' && saysOtherwise(before, after)) return 'changed';
    // The same suppression for longer, or by another owner, is news; new evidence beneath it is not.
    return after.status === 'suppressed' && isResuppressed(before, after) ? 'suppressed' : undefined;
  }
  switch (after.status) {
    case 'resolved':
      return 'resolved';
    case 'suppressed':
      // Came back while its suppression still holds: nobody is to be disturbed.
      return before.status === 'resolved' ? undefined : 'suppressed';
    case 'open':
      return before.status === 'resolved' ? 'reopened' : 'unsuppressed';
  }
}

const saysOtherwise = (before: Finding, after: Finding): boolean =>
  before.severity !== after.severity || evidenceHash(before.evidence) !== evidenceHash(after.evidence);

const isResuppressed = (before: Finding, after: Finding): boolean =>
  canonical(before.suppression) !== canonical(after.suppression);
