import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Remediation } from '#shared/model/remediation.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { recordsOf } from '#shared/remediation/fleet.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { ALL, type BucketCase, openBucketCase, recordOf, refusalOf } from './bucket-case.ts';

let stage: BucketCase['stage'];
let finding: BucketCase['finding'];
let approvedPlan: BucketCase['approvedPlan'];

beforeEach(async () => {
  ({ stage, finding, approvedPlan } = await openBucketCase());
});
afterEach(() => stage.close());

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
  const HOSTILE = '\u001b[31m<script>alert(1)</script>\r\n=cmd|\u202e';

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
