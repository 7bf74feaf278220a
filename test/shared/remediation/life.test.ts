import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assetType } from '#shared/model/asset-type.ts';
import { any, field, related } from '#shared/model/predicate.ts';
import { Remediation } from '#shared/model/remediation.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import { type RemediationFleet, remediations } from '#shared/remediation/fleet.ts';
import { planRemediation, remediationFor } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { verifyRemediation } from '#shared/remediation/verify.ts';
import { RemediationDetail } from '#shared/sinks/events.ts';
import {
  ALL,
  ANA,
  BUCKET,
  type BucketCase,
  HALF,
  openBucketCase,
  recordOf,
  refusalOf,
} from './bucket-case.ts';
import { bucket as bucketType, SCOPE } from './stage.ts';

let stage: BucketCase['stage'];
let finding: BucketCase['finding'];
let statusOf: BucketCase['statusOf'];
let approvedPlan: BucketCase['approvedPlan'];

beforeEach(async () => {
  ({ stage, finding, statusOf, approvedPlan } = await openBucketCase());
});
afterEach(() => stage.close());

describe('the whole life of a remediation', () => {
  it('plans without changing anything, acts once approved, is verified by a rescan, and is undone exactly', async () => {
    const plan = recordOf(await planRemediation(stage.fleet, finding.id));
    expect(plan).toMatchObject({
      status: 'planned',
      action: 'aws.s3.block-public-access',
      plan: {
        missing: [],
        step: { operation: 's3:PutPublicAccessBlock', target: BUCKET, before: null, after: ALL },
        undo: { operation: 's3:DeletePublicAccessBlock', target: BUCKET, before: ALL, after: null },
      },
    });
    expect(stage.aws.writes).toEqual([]);

    const approved = recordOf(await approveRemediation(stage.fleet, plan.id, ANA));
    expect(approved.approval).toMatchObject({ by: { kind: 'person', name: ANA.approver }, note: ANA.note });
    expect(stage.aws.writes).toEqual([]);

    const acted = recordOf(await actOnRemediation(stage.fleet, plan.id));
    expect(acted).toMatchObject({ status: 'verified', acted: { step: { before: null, after: ALL } } });
    expect(stage.aws.blocks.get('churn-training')).toEqual(ALL);
    expect(await statusOf()).toBe('resolved');

    const undone = recordOf(await undoRemediation(stage.fleet, plan.id, { by: 'ben@example.com' }));
    expect(undone).toMatchObject({
      status: 'undone',
      undone: { by: { kind: 'person', name: 'ben@example.com' } },
    });
    expect(stage.aws.blocks.has('churn-training')).toBe(false);
    expect(await statusOf()).toBe('open');
    expect(stage.aws.writes.map(({ operation }) => operation)).toEqual([
      's3:PutPublicAccessBlock',
      's3:DeletePublicAccessBlock',
    ]);
    expect(stage.aws.writes.map(({ owner }) => owner)).toEqual([SCOPE.account, SCOPE.account]);
  });

  it('says each step on the bus, in the documented schema and with ids that tell repeats', async () => {
    const { id } = await approvedPlan();
    await actOnRemediation(stage.fleet, id);
    await undoRemediation(stage.fleet, id, { by: 'ben@example.com' });
    expect(stage.events.map(({ detailType }) => detailType)).toEqual([
      'Remediation Planned',
      'Remediation Approved',
      'Remediation Acted',
      'Remediation Undone',
    ]);
    const details = stage.events.map(({ detail }) => RemediationDetail.parse(detail));
    expect(new Set(details.map(({ changeId }) => changeId)).size).toBe(4);
    expect(details[0]?.evidence).toContainEqual({ path: 'BlockPublicAcls', after: true });
    expect(details[3]?.evidence).toContainEqual({ path: 'BlockPublicAcls', before: true });
    expect(details.map(({ undoable }) => undoable)).toEqual([true, true, true, false]);
  });

  it('puts back the configuration that was there, value by value', async () => {
    stage.aws.blocks.set('churn-training', HALF);
    const { id, plan } = await approvedPlan();
    expect(plan.step?.before).toEqual(HALF);
    await actOnRemediation(stage.fleet, id);
    expect(stage.aws.blocks.get('churn-training')).toEqual(ALL);
    expect(recordOf(await undoRemediation(stage.fleet, id)).status).toBe('undone');
    expect(stage.aws.blocks.get('churn-training')).toEqual(HALF);
    expect(stage.aws.writes.at(-1)?.operation).toBe('s3:PutPublicAccessBlock');
  });

  it('stays acted while the asset cannot be read again, and is verified once it can', async () => {
    const { id } = await approvedPlan();
    stage.outcome = 'denied';
    expect(recordOf(await actOnRemediation(stage.fleet, id))).toMatchObject({
      status: 'acted',
      verification: { outcome: 'not-read' },
    });
    await verifyRemediation(stage.fleet, id);
    expect(stage.events.at(-1)?.detailType).toBe('Remediation Acted');
    expect(stage.events).toHaveLength(3);
    expect(await statusOf()).toBe('open');
    stage.outcome = 'complete';
    expect(recordOf(await verifyRemediation(stage.fleet, id)).status).toBe('verified');
    expect(stage.aws.writes).toHaveLength(1);
  });

  it('stays acted where the check is judged over the whole estate, which a rescan is not', async () => {
    const elsewhere = assetType('aws.iam.role', { ...bucketType, placement: 'global' });
    const overEstate: RemediationFleet = {
      ...stage.fleet,
      checks: stage.fleet.checks.map((check) => ({
        ...check,
        fails: any(check.fails, related('assumes', elsewhere, field('RoleName').is('public'))),
      })),
    };
    const { id } = await approvedPlan();
    expect(recordOf(await actOnRemediation(overEstate, id))).toMatchObject({
      status: 'acted',
      verification: { outcome: 'not-read' },
    });
  });

  it('fails where the check still fails after the write, and can still be undone', async () => {
    const { id } = await approvedPlan();
    stage.stuck = true;
    expect(recordOf(await actOnRemediation(stage.fleet, id))).toMatchObject({
      status: 'failed',
      failure: { stage: 'verify', code: 'still-failing' },
    });
    expect(recordOf(await undoRemediation(stage.fleet, id)).status).toBe('undone');
    expect(stage.aws.blocks.has('churn-training')).toBe(false);
  });

  it('keeps records that fit the schema and hold nothing but the fields that change', async () => {
    const { id } = await approvedPlan();
    await actOnRemediation(stage.fleet, id);
    const [record] = await remediations(stage.fleet);
    expect(Remediation.parse(record).id).toBe(id);
    expect(Object.keys(record?.acted?.step.after ?? {}).sort()).toEqual(Object.keys(ALL).sort());
  });
});

describe('planning', () => {
  it('is idempotent: planned again, alone or by two at once, there is one record', async () => {
    const first = recordOf(await planRemediation(stage.fleet, finding.id));
    const again = await Promise.all([
      planRemediation(stage.fleet, finding.id),
      planRemediation(stage.fleet, finding.id),
    ]);
    expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(await remediations(stage.fleet)).toEqual([first]);
    expect(stage.events).toHaveLength(1);
  });

  it('writes one record when two plan the same finding for the first time at once', async () => {
    const answers = await Promise.all([
      planRemediation(stage.fleet, finding.id),
      planRemediation(stage.fleet, finding.id),
    ]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['done', 'unchanged']);
    expect(await remediations(stage.fleet)).toHaveLength(1);
  });

  it('brings a waiting plan up to date with what is there now', async () => {
    await planRemediation(stage.fleet, finding.id);
    stage.aws.blocks.set('churn-training', HALF);
    const revised = recordOf(await planRemediation(stage.fleet, finding.id));
    expect(revised).toMatchObject({ version: 2, plan: { step: { before: HALF } } });
    expect(stage.events.map(({ detailType }) => detailType)).toEqual([
      'Remediation Planned',
      'Remediation Planned',
    ]);
  });

  it('does not touch what somebody has approved', async () => {
    const approved = await approvedPlan();
    stage.aws.blocks.set('churn-training', HALF);
    expect(await planRemediation(stage.fleet, finding.id)).toEqual({
      outcome: 'unchanged',
      remediation: approved,
    });
  });

  it('plans anew after a failure', async () => {
    const { id } = await approvedPlan();
    stage.aws.refuse.set('s3:PutPublicAccessBlock', { status: 403, code: 'AccessDenied' });
    await actOnRemediation(stage.fleet, id);
    stage.aws.refuse.clear();
    const next = recordOf(await planRemediation(stage.fleet, finding.id));
    expect(next).toMatchObject({ status: 'planned', ordinal: 1 });
    expect(next.id).not.toBe(id);
  });

  it('says what it could not read, and writes nothing down', async () => {
    stage.aws.refuse.set('s3:GetPublicAccessBlock', { status: 403, code: 'AccessDenied' });
    expect(await planRemediation(stage.fleet, finding.id)).toMatchObject({
      outcome: 'refused',
      code: 'not-read',
      message:
        's3:GetPublicAccessBlock was refused (AccessDenied, HTTP 403): grant s3:GetBucketPublicAccessBlock',
    });
    expect(await remediations(stage.fleet)).toEqual([]);
  });

  it('refuses an unknown finding, one without a remediation, unknown parameters, and a setting that is right', async () => {
    expect(refusalOf(await planRemediation(stage.fleet, 'f'.repeat(40)))).toBe('unknown-finding');
    expect(refusalOf(await planRemediation(stage.fleet, 'no id'))).toBe('unknown-finding');
    expect(remediationFor({ ...finding, checkId: 'aws.s3.something-else' })).toBeUndefined();
    expect(remediationFor({ ...finding, asset: { ...finding.asset, type: 'aws.iam.role' } })).toBeUndefined();
    expect(refusalOf(await planRemediation({ ...stage.fleet, actions: [] }, finding.id))).toBe(
      'no-remediation',
    );
    expect(refusalOf(await planRemediation(stage.fleet, finding.id, { bucket: 'x' }))).toBe(
      'invalid-parameters',
    );
    stage.aws.blocks.set('churn-training', ALL);
    expect(refusalOf(await planRemediation(stage.fleet, finding.id))).toBe('nothing-to-change');
  });
});
