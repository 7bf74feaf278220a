import type * as z from 'zod';
import { findingRisk } from '#shared/risk/finding-risk.ts';
import { type EventName, FindingDetail, RemediationDetail, SCHEMA_VERSION, ScanDetail } from './events.ts';

export interface EventSchema {
  readonly schema: z.ZodType;
  /** When it is sent. */
  readonly description: string;
  /** A detail that fits the schema. */
  readonly example: FindingDetail | ScanDetail | RemediationDetail;
}

const scope = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
const asset = {
  id: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/churn-model',
  type: 'aws.sagemaker.notebook-instance',
  name: 'churn-model',
};
const findingId = '5f2b1c0d9e8a7f6b5c4d3e2f1a0b9c8d7e6f5a4b';
const links = { check: 'https://aispm.example/checks/aws.sagemaker.notebook-direct-internet' };

const opened: FindingDetail = {
  schemaVersion: SCHEMA_VERSION,
  changeId: `${findingId}.1`,
  findingId,
  findingVersion: 1,
  status: 'open',
  severity: 'high',
  title: 'SageMaker notebook instances have no direct internet access',
  scope,
  asset,
  owner: 'growth-team',
  check: {
    id: 'aws.sagemaker.notebook-direct-internet',
    title: 'SageMaker notebook instances have no direct internet access',
    why: 'Code in the notebook can send data to any host, past the VPC where you would see it.',
    frameworks: { 'aws-security-hub': ['SageMaker.1'] },
  },
  evidence: [{ path: 'DirectInternetAccess', state: 'read', found: 'Enabled', expected: 'is not “Enabled”' }],
  evidenceOmitted: 0,
  fix: {
    console: 'Recreate the notebook with “Direct internet access” disabled and a subnet selected.',
    cli: 'aws sagemaker create-notebook-instance --direct-internet-access Disabled --subnet-id …',
  },
  firstSeenAt: '2026-03-02T06:00:12.000Z',
  openedAt: '2026-03-02T06:00:12.000Z',
  changedAt: '2026-03-02T06:00:12.000Z',
  lastSeenAt: '2026-03-02T06:00:12.000Z',
  reopened: 0,
  scanId: 'scan-2026-03-02T06',
  links,
};

/** The same finding some versions later. */
const later = (
  findingVersion: number,
  changedAt: string,
  difference: Partial<FindingDetail>,
): FindingDetail => ({
  ...opened,
  changeId: `${findingId}.${findingVersion}`,
  findingVersion,
  changedAt,
  lastSeenAt: changedAt,
  scanId: `scan-${changedAt.slice(0, 13)}`,
  ...difference,
});

const suppression = {
  owner: 'ana@example.com',
  reason: 'Sandbox without data, removed with the project',
  at: '2026-03-05T10:11:00.000Z',
  until: '2026-06-01T00:00:00.000Z',
};

const completed: ScanDetail = {
  schemaVersion: SCHEMA_VERSION,
  changeId: 'scan-2026-03-02T06.completed',
  scanId: 'scan-2026-03-02T06',
  startedAt: '2026-03-02T06:00:00.000Z',
  finishedAt: '2026-03-02T06:01:37.000Z',
  scopes: 12,
  assets: 482,
  openFindings: { informational: 4, low: 11, medium: 23, high: 9, critical: 1 },
  gaps: [],
  gapsOmitted: 0,
};

const planned: RemediationDetail = {
  schemaVersion: SCHEMA_VERSION,
  changeId: 'rem-7d1f.planned',
  remediationId: 'rem-7d1f',
  action: 'aws.s3.block-public-access',
  findingId,
  findingVersion: 1,
  checkId: 'aws.s3.public-access-block',
  severity: 'critical',
  scope,
  asset: { id: 'arn:aws:s3:::churn-training', type: 'aws.s3.bucket', name: 'churn-training' },
  at: '2026-03-02T06:02:00.000Z',
  actor: { kind: 'fleet', name: 'remediate-finding' },
  summary: 'Block public access to the bucket',
  evidence: [{ path: 'PublicAccessBlockConfiguration.BlockPublicPolicy', before: false, after: true }],
  evidenceOmitted: 0,
  undoable: true,
  links: {},
};

const remediated = (stage: string, difference: Partial<RemediationDetail>): RemediationDetail => ({
  ...planned,
  changeId: `rem-7d1f.${stage}`,
  ...difference,
});

/** Every event on the bus by its detail-type: the contract with consumers, and the source of its page. */
export const eventSchemas: Readonly<Record<EventName, EventSchema>> = {
  'Finding Opened': {
    schema: FindingDetail,
    description: 'A check failed on an asset for the first time.',
    example: opened,
  },
  'Finding Changed': {
    schema: FindingDetail,
    description: 'An open finding has another severity or other evidence.',
    example: later(2, '2026-03-03T06:00:09.000Z', {
      severity: 'critical',
      previousSeverity: 'high',
      risk: findingRisk(
        { severity: 'critical' },
        { exposure: { nearness: 'insider', access: 'yes', confidence: 1 }, reach: 'models-and-data' },
      ),
    }),
  },
  'Finding Resolved': {
    schema: FindingDetail,
    description:
      'Everything that the check depends on was read, and the asset passed or is gone. Never sent for a scope that was only half read.',
    example: later(3, '2026-03-04T06:00:11.000Z', {
      status: 'resolved',
      resolvedAt: '2026-03-04T06:00:11.000Z',
      resolution: 'passed',
    }),
  },
  'Finding Reopened': {
    schema: FindingDetail,
    description: 'A resolved finding is back.',
    example: later(4, '2026-03-05T06:00:08.000Z', { openedAt: '2026-03-05T06:00:08.000Z', reopened: 1 }),
  },
  'Finding Suppressed': {
    schema: FindingDetail,
    description: 'Somebody accepted the risk until a date, with a reason.',
    example: later(5, '2026-03-05T10:11:00.000Z', { status: 'suppressed', suppression }),
  },
  'Finding Unsuppressed': {
    schema: FindingDetail,
    description: 'The suppression ended, or was taken back, and the check still fails.',
    example: later(6, '2026-06-01T00:00:00.000Z', {}),
  },
  'Scan Completed': {
    schema: ScanDetail,
    description: 'A scan is over and everything was read.',
    example: completed,
  },
  'Scan Incomplete': {
    schema: ScanDetail,
    description: 'A scan is over and something could not be read; `gaps` says what, and what to grant.',
    example: {
      ...completed,
      changeId: 'scan-2026-03-02T06.incomplete',
      gaps: [
        { scope, operation: 'sagemaker:ListModels', outcome: 'denied', permission: 'sagemaker:ListModels' },
      ],
    },
  },
  'Remediation Planned': {
    schema: RemediationDetail,
    description: 'A fix is ready and waits for approval, unless a policy approves it.',
    example: planned,
  },
  'Remediation Approved': {
    schema: RemediationDetail,
    description: 'A person or a policy approved the plan.',
    example: remediated('approved', { actor: { kind: 'person', name: 'ana@example.com' } }),
  },
  'Remediation Acted': {
    schema: RemediationDetail,
    description: 'The fix was made; its undo is recorded. The asset is read again next.',
    example: remediated('acted', {}),
  },
  'Remediation Failed': {
    schema: RemediationDetail,
    description: 'The fix was refused or did not take; nothing more is tried.',
    example: remediated('failed', { error: { code: 'AccessDenied', message: 'Access Denied' } }),
  },
  'Remediation Undone': {
    schema: RemediationDetail,
    description: 'The fix was taken back.',
    example: remediated('undone', { actor: { kind: 'person', name: 'ana@example.com' } }),
  },
};
