import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assetType } from '#shared/model/asset-type.ts';
import type { Finding } from '#shared/model/finding.ts';
import { any, field, related } from '#shared/model/predicate.ts';
import { Remediation } from '#shared/model/remediation.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import type { Answer } from '#shared/remediation/answer.ts';
import { approve, approveRemediation } from '#shared/remediation/approve.ts';
import { type RemediationFleet, recordsOf, remediations } from '#shared/remediation/fleet.ts';
import { planRemediation, remediationFor } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { verifyRemediation } from '#shared/remediation/verify.ts';
import { RemediationDetail } from '#shared/sinks/events.ts';
import { bucket as bucketType, openStage, SCOPE, type Stage } from './stage.ts';

const BUCKET = 'arn:aws:s3:::churn-training';
const ALL = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const HALF = {
  BlockPublicAcls: true,
  IgnorePublicAcls: false,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: false,
};
const ANA = { approver: 'ana@example.com', note: 'agreed with growth' };

let stage: Stage;
let finding: Finding;

beforeEach(async () => {
  stage = await openStage();
  finding = await stage.open('aws.s3.bucket', BUCKET, 'churn-training');
});
afterEach(() => stage.close());

/** The record of an answer that is no refusal. */
function recordOf(answer: Answer): Remediation {
  if (answer.outcome === 'refused') throw new Error(`${answer.code}: ${answer.message}`);
  return answer.remediation;
}
const refusalOf = (answer: Answer): string => (answer.outcome === 'refused' ? answer.code : answer.outcome);
const statusOf = async () => (await stage.store.ledger.finding(finding.id, SCOPE))?.status;

const suppress = () =>
  stage.store.ledger.suppress(finding.id, {
    owner: 'ana',
    reason: 'sandbox',
    until: '2027-01-01T00:00:00.000Z',
  });

async function approvedPlan(): Promise<Remediation> {
  const plan = recordOf(await planRemediation(stage.fleet, finding.id));
  return recordOf(await approveRemediation(stage.fleet, plan.id, ANA));
}

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

describe('refusals', () => {
  it('neither plans for nor acts on a suppressed finding', async () => {
    const { id } = await approvedPlan();
    await suppress();
    expect(refusalOf(await actOnRemediation(stage.fleet, id))).toBe('finding-not-open');
    expect(refusalOf(await planRemediation(stage.fleet, finding.id))).toBe('finding-not-open');
    expect(stage.aws.writes).toEqual([]);
  });

  it('neither plans for nor acts on a resolved finding', async () => {
    const { id } = await approvedPlan();
    stage.aws.blocks.set('churn-training', ALL);
    await expect(stage.open('aws.s3.bucket', BUCKET)).rejects.toThrow('nothing is wrong');
    expect(refusalOf(await actOnRemediation(stage.fleet, id))).toBe('finding-not-open');
    expect(refusalOf(await planRemediation(stage.fleet, finding.id))).toBe('finding-not-open');
    expect(stage.aws.writes).toEqual([]);
  });

  it('does not act without approval', async () => {
    const { id } = recordOf(await planRemediation(stage.fleet, finding.id));
    expect(refusalOf(await actOnRemediation(stage.fleet, id))).toBe('not-approved');
    expect(stage.aws.writes).toEqual([]);
  });

  it('plans, and neither approves nor acts, in plan-only mode; undoing stays possible', async () => {
    const { id } = await approvedPlan();
    const planOnly = stage.with({ mode: 'plan-only' });
    expect((await planRemediation(planOnly, finding.id)).outcome).toBe('unchanged');
    expect(refusalOf(await approveRemediation(planOnly, id, ANA))).toBe('plan-only');
    expect(refusalOf(await actOnRemediation(planOnly, id))).toBe('plan-only');
    expect(stage.aws.writes).toEqual([]);
    await actOnRemediation(stage.fleet, id);
    expect(recordOf(await undoRemediation(planOnly, id)).status).toBe('undone');
  });

  it('does not act where the setting has changed since the plan', async () => {
    const { id } = await approvedPlan();
    stage.aws.blocks.set('churn-training', HALF);
    expect(recordOf(await actOnRemediation(stage.fleet, id))).toMatchObject({
      status: 'failed',
      failure: { stage: 'act', code: 'drift' },
    });
    expect(stage.aws.writes).toEqual([]);
    expect(stage.aws.blocks.get('churn-training')).toEqual(HALF);
    expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('wrong-status');
  });

  it('does not undo what somebody has changed since', async () => {
    const { id } = await approvedPlan();
    await actOnRemediation(stage.fleet, id);
    stage.aws.blocks.set('churn-training', HALF);
    expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('drift');
    stage.aws.blocks.delete('churn-training');
    expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('nothing-to-undo');
    expect(stage.aws.writes).toHaveLength(1);
  });

  it('refuses every step out of order', async () => {
    const { id } = recordOf(await planRemediation(stage.fleet, finding.id));
    expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('wrong-status');
    expect(refusalOf(await verifyRemediation(stage.fleet, id))).toBe('wrong-status');
    await approveRemediation(stage.fleet, id, ANA);
    expect((await approveRemediation(stage.fleet, id, ANA)).outcome).toBe('unchanged');
    expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('wrong-status');
    await actOnRemediation(stage.fleet, id);
    expect((await actOnRemediation(stage.fleet, id)).outcome).toBe('unchanged');
    expect(refusalOf(await approveRemediation(stage.fleet, id, ANA))).toBe('wrong-status');
    await undoRemediation(stage.fleet, id);
    expect((await undoRemediation(stage.fleet, id)).outcome).toBe('unchanged');
    expect(refusalOf(await actOnRemediation(stage.fleet, id))).toBe('wrong-status');
    for (const step of [actOnRemediation, undoRemediation, verifyRemediation])
      expect(refusalOf(await step(stage.fleet, 'a'.repeat(40)))).toBe('unknown-remediation');
    expect(stage.aws.writes).toHaveLength(2);
  });
});

describe('policies', () => {
  const policy = (difference: object = {}) => ({
    check: finding.checkId,
    scopes: ['aws/111122223333/*'],
    action: 'act' as const,
    ...difference,
  });

  it('let the fleet act on what they name, and say so in the approval', async () => {
    const fleet = stage.with({ mode: 'policy', policies: [policy()] });
    const { id } = recordOf(await planRemediation(fleet, finding.id));
    expect(recordOf(await actOnRemediation(fleet, id))).toMatchObject({
      status: 'verified',
      approval: { by: { kind: 'policy' } },
    });
  });

  it.each([
    ['another check', { check: 'aws.s3.other' }],
    ['another account', { scopes: ['aws/999999999999/*'] }],
    ['another region', { scopes: ['aws/*/us-east-1'] }],
    ['the beginning of an account', { scopes: ['aws/1111/*'] }],
    ['planning only', { action: 'plan' }],
  ])('do not where they name %s', async (_what, difference) => {
    const fleet = stage.with({ mode: 'policy', policies: [policy(difference)] });
    const { id } = recordOf(await planRemediation(fleet, finding.id));
    expect(refusalOf(await actOnRemediation(fleet, id))).toBe('not-approved');
    expect(stage.aws.writes).toEqual([]);
  });

  it('do nothing in approval mode, and one that only plans outweighs one that acts', async () => {
    const { id } = recordOf(await planRemediation(stage.fleet, finding.id));
    expect(refusalOf(await actOnRemediation(stage.with({ policies: [policy()] }), id))).toBe('not-approved');
    const both = stage.with({ mode: 'policy', policies: [policy(), policy({ action: 'plan' })] });
    expect(refusalOf(await actOnRemediation(both, id))).toBe('not-approved');
  });

  it('do not act on a finding that is no longer open', async () => {
    const fleet = stage.with({ mode: 'policy', policies: [policy()] });
    const { id } = recordOf(await planRemediation(fleet, finding.id));
    await suppress();
    expect(refusalOf(await actOnRemediation(fleet, id))).toBe('finding-not-open');
    expect((await recordsOf(fleet).get(id))?.status).toBe('planned');
  });

  it('count as they are when the fleet acts, not as they were when it approved', async () => {
    const fleet = stage.with({ mode: 'policy', policies: [policy()] });
    const { id } = recordOf(await planRemediation(fleet, finding.id));
    await approve(fleet, id, { kind: 'policy', name: 'since withdrawn' });
    expect(refusalOf(await actOnRemediation(stage.fleet, id))).toBe('not-approved');
    expect(stage.aws.writes).toEqual([]);
  });

  it('do not do again what was taken back; a person may', async () => {
    const fleet = stage.with({ mode: 'policy', policies: [policy()] });
    const first = recordOf(await planRemediation(fleet, finding.id));
    await actOnRemediation(fleet, first.id);
    await undoRemediation(fleet, first.id, { by: 'ben' });
    const second = recordOf(await planRemediation(fleet, finding.id));
    expect(second.id).not.toBe(first.id);
    expect(refusalOf(await actOnRemediation(fleet, second.id))).toBe('not-approved');
    await approveRemediation(fleet, second.id, ANA);
    expect(recordOf(await actOnRemediation(fleet, second.id)).status).toBe('verified');
  });
});

describe('idempotence', () => {
  it('makes one write for two acts at once', async () => {
    const { id } = await approvedPlan();
    const answers = await Promise.all([actOnRemediation(stage.fleet, id), actOnRemediation(stage.fleet, id)]);
    expect(stage.aws.writes).toHaveLength(1);
    expect(answers.map(refusalOf).sort()).toEqual(['done', 'under-way']);
    expect((await recordsOf(stage.fleet).get(id))?.status).toBe('verified');
  });

  it('makes one write for two undos at once', async () => {
    const { id } = await approvedPlan();
    await actOnRemediation(stage.fleet, id);
    await Promise.all([undoRemediation(stage.fleet, id), undoRemediation(stage.fleet, id)]);
    expect(stage.aws.writes).toHaveLength(2);
    expect((await recordsOf(stage.fleet).get(id))?.status).toBe('undone');
  });

  /** Leaves the record as a run does that died a minute before its time was over. */
  async function dieWhileActing(id: string, after: 'nothing' | 'write'): Promise<void> {
    const record = await recordsOf(stage.fleet).get(id);
    if (!record) throw new Error('no record');
    const until = new Date(stage.fleet.clock().getTime() + 60_000).toISOString();
    const held = { since: record.planned.at, until };
    await recordsOf(stage.fleet).update({ ...record, version: record.version + 1, status: 'acting', held });
    if (after === 'write') stage.aws.blocks.set('churn-training', ALL);
  }

  it('leaves one that somebody is at alone until its time is over', async () => {
    const { id } = await approvedPlan();
    await dieWhileActing(id, 'nothing');
    expect(refusalOf(await actOnRemediation(stage.fleet, id))).toBe('under-way');
    expect(stage.aws.writes).toEqual([]);
  });

  it('goes on after a crash before the write: writes', async () => {
    const { id } = await approvedPlan();
    await dieWhileActing(id, 'nothing');
    stage.pass(120_000);
    expect(recordOf(await actOnRemediation(stage.fleet, id)).status).toBe('verified');
    expect(stage.aws.writes).toHaveLength(1);
  });

  it('goes on after a crash behind the write: writes nothing, and knows its undo', async () => {
    const { id } = await approvedPlan();
    await dieWhileActing(id, 'write');
    stage.pass(120_000);
    expect(recordOf(await actOnRemediation(stage.fleet, id)).status).toBe('verified');
    expect(stage.aws.writes).toEqual([]);
    await undoRemediation(stage.fleet, id);
    expect(stage.aws.blocks.has('churn-training')).toBe(false);
  });

  it('holds the record for longer than the function may run, and lets go of it afterwards', async () => {
    const { id } = await approvedPlan();
    let held: Remediation['held'];
    const watching = stage.with(
      {},
      {
        pause: async () => {
          held = (await recordsOf(stage.fleet).get(id))?.held;
        },
      },
    );
    stage.aws.staleReads = 1;
    expect(recordOf(await actOnRemediation(watching, id)).held).toBeUndefined();
    expect(Date.parse(held?.until ?? '') - Date.parse(held?.since ?? '')).toBeGreaterThan(5 * 60_000);
  });

  it('waits for a setting that does not show at once, and records what shows', async () => {
    const { id } = await approvedPlan();
    stage.aws.staleReads = 3;
    let pauses = 0;
    const fleet = stage.with(
      {},
      {
        pause: async () => {
          pauses += 1;
        },
      },
    );
    expect(recordOf(await actOnRemediation(fleet, id))).toMatchObject({
      status: 'verified',
      acted: { step: { after: ALL } },
    });
    expect(pauses).toBe(3);
  });

  it('records what was put where it never shows, and so knows its undo', async () => {
    const { id } = await approvedPlan();
    stage.aws.staleReads = 30;
    expect(recordOf(await actOnRemediation(stage.fleet, id)).acted?.step.after).toEqual(ALL);
    await undoRemediation(stage.fleet, id);
    expect(stage.aws.blocks.has('churn-training')).toBe(false);
  });

  it('goes on with an undo that died behind its write', async () => {
    const { id } = await approvedPlan();
    const acted = recordOf(await actOnRemediation(stage.fleet, id));
    const until = new Date(stage.fleet.clock().getTime() + 60_000).toISOString();
    const held = { since: acted.planned.at, until };
    await recordsOf(stage.fleet).update({ ...acted, version: acted.version + 1, status: 'undoing', held });
    stage.aws.blocks.delete('churn-training');
    expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('under-way');
    stage.pass(120_000);
    expect(recordOf(await undoRemediation(stage.fleet, id)).status).toBe('undone');
    expect(stage.aws.writes).toHaveLength(1);
  });

  it('does not write after a crash once the finding is suppressed', async () => {
    const { id } = await approvedPlan();
    await dieWhileActing(id, 'nothing');
    await stage.store.ledger.suppress(finding.id, {
      owner: 'a',
      reason: 'b',
      until: '2027-01-01T00:00:00.000Z',
    });
    stage.pass(120_000);
    expect(recordOf(await actOnRemediation(stage.fleet, id))).toMatchObject({
      status: 'failed',
      failure: { code: 'finding-not-open' },
    });
    expect(stage.aws.writes).toEqual([]);
  });

  it('takes a write whose reply was lost for made', async () => {
    const { id } = await approvedPlan();
    stage.aws.loseReplyOf.add('s3:PutPublicAccessBlock');
    expect(recordOf(await actOnRemediation(stage.fleet, id)).status).toBe('verified');
    expect(stage.aws.writes).toHaveLength(1);
  });
});

describe('failures', () => {
  it('are recorded with operation and permission, and without what the cloud said', async () => {
    const { id } = await approvedPlan();
    stage.aws.refuse.set('s3:PutPublicAccessBlock', { status: 403, code: 'AccessDenied' });
    const failed = recordOf(await actOnRemediation(stage.fleet, id));
    expect(failed).toMatchObject({
      status: 'failed',
      failure: {
        stage: 'act',
        code: 'AccessDenied',
        operation: 's3:PutPublicAccessBlock',
        permission: 's3:PutBucketPublicAccessBlock',
        message:
          's3:PutPublicAccessBlock was refused (AccessDenied, HTTP 403): grant s3:PutBucketPublicAccessBlock',
      },
    });
    expect(JSON.stringify([failed, stage.events])).not.toContain('secret-name');
    expect(stage.events.at(-1)).toMatchObject({
      detailType: 'Remediation Failed',
      detail: { error: { code: 'AccessDenied' } },
    });
    expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('nothing-to-undo');
  });

  it('of an undo are recorded, and the undo can be run again', async () => {
    const { id } = await approvedPlan();
    await actOnRemediation(stage.fleet, id);
    stage.aws.refuse.set('s3:DeletePublicAccessBlock', { status: 503, code: 'SlowDown' });
    expect(recordOf(await undoRemediation(stage.fleet, id))).toMatchObject({
      status: 'failed',
      failure: { stage: 'undo', code: 'SlowDown', operation: 's3:DeletePublicAccessBlock' },
    });
    stage.aws.refuse.clear();
    expect(recordOf(await undoRemediation(stage.fleet, id))).toMatchObject({ status: 'undone' });
    expect(stage.aws.blocks.has('churn-training')).toBe(false);
  });

  it('of ours are thrown, and the record can be resumed', async () => {
    const { id } = await approvedPlan();
    const broken = stage.with(
      {},
      {
        access: {
          ...stage.fleet.access,
          aws: () => {
            throw new TypeError('a defect');
          },
        },
      },
    );
    await expect(actOnRemediation(broken, id)).rejects.toThrow('a defect');
    stage.pass(10 * 60_000);
    expect(recordOf(await actOnRemediation(stage.fleet, id)).status).toBe('verified');
  });
});

describe('hostile text', () => {
  const HOSTILE = '\u001b[31m<script>alert(1)</script>\r\n=cmd|\u202e‮';

  it('in a name is spelled out in the plan and kept as it is in the asset', async () => {
    const hostile = await stage.open('aws.s3.bucket', 'arn:aws:s3:::hostile', HOSTILE);
    const { plan, asset } = recordOf(await planRemediation(stage.fleet, hostile.id));
    expect(asset.name).toBe(HOSTILE);
    expect(plan.summary).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('in an error code keeps nothing but letters', async () => {
    const { id } = await approvedPlan();
    stage.aws.refuse.set('s3:PutPublicAccessBlock', { status: 400, code: 'Bad&lt;script&gt;' });
    expect(recordOf(await actOnRemediation(stage.fleet, id)).failure?.code).toBe('Badscript');
  });
});
