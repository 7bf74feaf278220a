import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handler, RemediationTrigger } from '#functions/remediate-finding.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { remediations } from '#shared/remediation/fleet.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { resourcesOf, synthesize } from '#test/infra/synthesized.ts';
import { type BucketCase, openBucketCase, recordOf } from '#test/shared/remediation/bucket-case.ts';
import { SCOPE } from '#test/shared/remediation/stage.ts';
import { contextOf } from './context.ts';

let bucket: BucketCase;
beforeEach(async () => {
  bucket = await openBucketCase();
});
afterEach(() => bucket.stage.close());

const deliver = (detailType: string, findingId: string) =>
  handler.with(bucket.stage.fleet)(
    {
      Records: [
        { messageId: '1', body: JSON.stringify({ 'detail-type': detailType, detail: { findingId } }) },
      ],
    },
    contextOf(),
  );

describe('a finding that a later scan resolved', () => {
  it('verifies the remediation that was not seen to help when it acted', async () => {
    const { stage, finding } = bucket;
    const { id } = await bucket.approvedPlan();
    stage.stuck = true;
    expect(recordOf(await actOnRemediation(stage.fleet, id))).toMatchObject({
      status: 'failed',
      failure: { stage: 'verify' },
    });
    stage.stuck = false;
    const { asset } = finding;
    await rescanResource(stage.fleet, {
      scanId: 'later',
      scope: SCOPE,
      assetType: asset.type,
      assetId: asset.id,
    });
    expect(await bucket.statusOf()).toBe('resolved');

    expect(await deliver('Finding Resolved', finding.id)).toEqual({ batchItemFailures: [] });
    const [record] = await remediations(stage.fleet);
    expect(record).toMatchObject({ id, status: 'verified', verification: { outcome: 'resolved' } });
    expect(record).not.toHaveProperty('failure');

    // Delivered again, it finds nothing to verify.
    await deliver('Finding Resolved', finding.id);
    expect(await remediations(stage.fleet)).toEqual([record]);
  });

  it('leaves alone what was taken back, and findings that nobody did anything about', async () => {
    const { stage, finding } = bucket;
    expect(await deliver('Finding Resolved', finding.id)).toEqual({ batchItemFailures: [] });
    const { id } = await bucket.approvedPlan();
    await actOnRemediation(stage.fleet, id);
    const undone = recordOf(await undoRemediation(stage.fleet, id));
    await deliver('Finding Resolved', finding.id);
    expect(await remediations(stage.fleet)).toEqual([undone]);
  });
});

it('is sent every kind of event that it takes, and no other', () => {
  const taken = RemediationTrigger.options.flatMap((option) => option.shape['detail-type'].options);
  const [pattern] = resourcesOf(synthesize('').fleet, 'AWS::Events::Rule')
    .map(([, { Properties }]) => Properties['EventPattern'] as { source?: string[] })
    .filter(({ source }) => source?.includes('aispm'));
  expect(pattern).toEqual({ source: ['aispm'], 'detail-type': taken });
});
