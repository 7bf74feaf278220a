import { afterEach, beforeEach, expect, it } from 'vitest';
import { handler } from '#functions/decide-remediation.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { type BucketCase, HALF, openBucketCase } from '#test/shared/remediation/bucket-case.ts';
import { contextOf, lines } from './context.ts';

let bucket: BucketCase;
beforeEach(async () => {
  bucket = await openBucketCase();
});
afterEach(() => bucket.stage.close());

const decide = (event: object, log = lines()) =>
  handler.with(bucket.stage.fleet, log.write)(event, contextOf()) as Promise<Record<string, unknown>>;
const BY = { by: 'ana@example.com' };

it('plans, approves and undoes for the person who says so, and logs who it was', async () => {
  const { stage, finding } = bucket;
  const planned = await decide({ decision: 'plan', findingId: finding.id, ...BY });
  expect(planned).toMatchObject({ findingId: finding.id, outcome: 'done', status: 'planned' });
  expect(planned['plan']).toMatchObject({ step: { before: null } });
  const { remediationId } = planned;
  const log = lines();
  const approval = await decide({ decision: 'approve', remediationId, ...BY, note: 'agreed' }, log);
  expect(approval).toMatchObject({ remediationId, outcome: 'done', status: 'approved' });
  expect(log.parsed()).toContainEqual(expect.objectContaining({ decision: 'approve', remediationId, ...BY }));
  await actOnRemediation(stage.fleet, String(remediationId));
  expect(await decide({ decision: 'undo', remediationId, ...BY })).toMatchObject({ status: 'undone' });
});

it('plans anew what failed, from what is there now', async () => {
  const { stage, finding } = bucket;
  const { id } = await bucket.approvedPlan();
  stage.aws.blocks.set('churn-training', HALF);
  await actOnRemediation(stage.fleet, id);
  const planned = await decide({ decision: 'plan', findingId: finding.id, ...BY });
  expect(planned['remediationId']).not.toBe(id);
  expect(planned['plan']).toMatchObject({ step: { before: HALF } });
});

it('answers a refusal with its reason', async () => {
  expect(await decide({ decision: 'approve', remediationId: 'a'.repeat(40), ...BY })).toEqual({
    remediationId: 'a'.repeat(40),
    outcome: 'refused',
    code: 'unknown-remediation',
    message: `There is no remediation ${'a'.repeat(40)}`,
  });
});

it.each([
  [{ decision: 'plan', remediationId: 'x', by: 'a' }],
  [{ decision: 'approve', findingId: 'x', by: 'a' }],
  [{ decision: 'undo', remediationId: 'x' }],
  [{ decision: 'act', remediationId: 'x', by: 'a' }],
])('takes no %j', async (event) => {
  await expect(decide(event)).rejects.toThrow();
});
