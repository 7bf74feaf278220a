import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { approve, approveRemediation } from '#shared/remediation/approve.ts';
import { recordsOf } from '#shared/remediation/fleet.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { verifyRemediation } from '#shared/remediation/verify.ts';
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

let stage: BucketCase['stage'];
let finding: BucketCase['finding'];
let suppress: BucketCase['suppress'];
let approvedPlan: BucketCase['approvedPlan'];

beforeEach(async () => {
  ({ stage, finding, suppress, approvedPlan } = await openBucketCase());
});
afterEach(() => stage.close());

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
