import * as z from 'zod';
import { Outcome } from '#shared/model/coverage.ts';
import { Evidence } from '#shared/model/evidence.ts';
import { FindingStatus, Instant, Resolution, Suppression } from '#shared/model/finding.ts';
import { Json } from '#shared/model/json.ts';
import { Risk } from '#shared/model/risk.ts';
import { Scope } from '#shared/model/scope.ts';
import { SEVERITIES, Severity } from '#shared/model/severity.ts';

/** The `source` of every event on the bus. */
export const EVENT_SOURCE = 'aispm';

/**
 * Grows when a field is added (1.1) or changes its meaning or goes (2.0). Consumers ignore fields that they
 * do not know.
 */
export const SCHEMA_VERSION = '1.1';

const common = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  changeId: z
    .string()
    .describe('The same for every delivery of the same change. Delivery is at least once: drop repeats.'),
};

const Links = z
  .strictObject({
    check: z.url().optional().describe('The check in the catalogue.'),
    finding: z.url().optional().describe('The finding where it can be acted on.'),
  })
  .describe('Pages to read on.');

const EventAsset = z.strictObject({
  id: z.string().describe("The cloud's own id: ARN, ARM resource id or Google full resource name."),
  type: z.string(),
  name: z.string(),
});

export const FindingDetail = z.strictObject({
  ...common,
  findingId: z.string().describe('Stable over the life of the finding.'),
  findingVersion: z.int().positive().describe('Grows with each change: the higher one is the later one.'),
  status: FindingStatus,
  severity: Severity,
  previousSeverity: Severity.optional().describe('Where the change raised or lowered it.'),
  risk: Risk.optional().describe(
    'As of the last whole scan; absent until there was one. A risk that changes sends no event of its own.',
  ),
  title: z.string(),
  scope: Scope,
  asset: EventAsset,
  owner: z.string().optional().describe("From the asset's owner tag."),
  check: z.strictObject({
    id: z.string(),
    title: z.string(),
    why: z.string().optional().describe('Absent where the check has been retired.'),
    frameworks: z.record(z.string(), z.array(z.string())).optional(),
  }),
  discriminator: z.string().optional().describe('Tells findings of one check on one asset apart.'),
  evidence: z.array(Evidence),
  evidenceOmitted: z
    .int()
    .nonnegative()
    .describe('How many pieces of evidence were left out to keep the event small; the finding has them all.'),
  fix: z.strictObject({ console: z.string(), cli: z.string().optional() }).optional(),
  firstSeenAt: Instant,
  openedAt: Instant.describe('Later than `firstSeenAt` after a reopening.'),
  changedAt: Instant,
  lastSeenAt: Instant,
  resolvedAt: Instant.optional(),
  resolution: Resolution.optional(),
  reopened: z.int().nonnegative().describe('How often it came back after having been resolved.'),
  suppression: Suppression.optional(),
  scanId: z.string(),
  links: Links,
});
export type FindingDetail = z.infer<typeof FindingDetail>;

const counts = z.strictObject(
  Object.fromEntries(SEVERITIES.map((severity) => [severity, z.int().nonnegative()])) as Record<
    Severity,
    z.ZodInt
  >,
);

export const ScanDetail = z.strictObject({
  ...common,
  scanId: z.string(),
  startedAt: Instant,
  finishedAt: Instant,
  scopes: z.int().nonnegative().describe('How many scopes were asked for.'),
  assets: z.int().nonnegative().describe('How many assets were read.'),
  openFindings: counts,
  gaps: z
    .array(
      z.strictObject({
        scope: Scope,
        operation: z.string(),
        outcome: Outcome,
        permission: z.string().describe("What to grant, in the cloud's own spelling."),
      }),
    )
    .describe('What could not be read. Findings that depend on it stay as they were.'),
  gapsOmitted: z.int().nonnegative().describe('How many gaps were left out to keep the event small.'),
});
export type ScanDetail = z.infer<typeof ScanDetail>;

export const RemediationDetail = z.strictObject({
  ...common,
  remediationId: z.string().describe('One plan and everything that became of it.'),
  action: z.string().describe('The declared remediation, such as `aws.s3.block-public-access`.'),
  findingId: z.string(),
  findingVersion: z.int().positive(),
  checkId: z.string(),
  severity: Severity,
  scope: Scope,
  asset: EventAsset,
  at: Instant,
  actor: z
    .strictObject({ kind: z.enum(['person', 'policy', 'fleet']), name: z.string() })
    .describe('Who planned, approved, acted or undid.'),
  summary: z.string(),
  evidence: z
    .array(z.strictObject({ path: z.string(), before: Json.optional(), after: Json.optional() }))
    .describe('The fields that it changes.'),
  evidenceOmitted: z.int().nonnegative(),
  undoable: z.boolean(),
  error: z.strictObject({ code: z.string(), message: z.string() }).optional().describe('Why it failed.'),
  links: Links,
});
export type RemediationDetail = z.infer<typeof RemediationDetail>;

export type FindingEventName =
  `Finding ${'Opened' | 'Changed' | 'Resolved' | 'Reopened' | 'Suppressed' | 'Unsuppressed'}`;
export type ScanEventName = `Scan ${'Completed' | 'Incomplete'}`;
export type RemediationEventName = `Remediation ${'Planned' | 'Approved' | 'Acted' | 'Failed' | 'Undone'}`;
export type EventName = FindingEventName | ScanEventName | RemediationEventName;

/** An event before it is an entry of PutEvents. */
export type AispmEvent =
  | { readonly detailType: FindingEventName; readonly time: Instant; readonly detail: FindingDetail }
  | { readonly detailType: ScanEventName; readonly time: Instant; readonly detail: ScanDetail }
  | { readonly detailType: RemediationEventName; readonly time: Instant; readonly detail: RemediationDetail };
