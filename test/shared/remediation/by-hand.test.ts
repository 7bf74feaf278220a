import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { byHand } from '#shared/remediation/action.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import { actions } from '#shared/remediation/index.ts';
import { planRemediation, remediationFor } from '#shared/remediation/plan.ts';
import { ANA, type BucketCase, openBucketCase, recordOf, refusalOf } from './bucket-case.ts';

describe('what only a person can do', () => {
  let bucket: BucketCase;
  beforeEach(async () => {
    bucket = await openBucketCase();
  });
  afterEach(() => bucket.stage.close());

  it('is planned, so that the plan says how, and neither approved nor acted on', async () => {
    const { stage, finding } = bucket;
    const made = byHand({
      title: 'Move the bucket',
      fixes: [finding.checkId],
      risk: 'Its readers lose it.',
      assetType: finding.asset.type,
      instead: 'Cannot act: S3 moves no bucket. Make another one',
    });
    const fleet = stage.with({}, { actions: [{ id: 'aws.s3.move', ...made }] });
    stage.aws.refuse.set('s3:GetPublicAccessBlock', { status: 403, code: 'AccessDenied' });
    const { id, plan } = recordOf(await planRemediation(fleet, finding.id));
    expect(plan).toEqual({
      summary: 'Move the bucket: churn-training',
      risk: 'Its readers lose it.',
      missing: [],
      cannotAct: 'Cannot act: S3 moves no bucket. Make another one',
    });
    expect(await approveRemediation(fleet, id, ANA)).toMatchObject({
      code: 'cannot-act',
      message: plan.cannotAct,
    });
    expect(refusalOf(await actOnRemediation(fleet, id))).toBe('not-approved');
    const everywhere = stage.with(
      { mode: 'policy', policies: [{ check: finding.checkId, scopes: ['*/*/*'], action: 'act' }] },
      { actions: fleet.actions ?? [] },
    );
    expect(refusalOf(await actOnRemediation(everywhere, id))).toBe('cannot-act');
    expect(stage.events).toMatchObject([
      {
        detailType: 'Remediation Planned',
        detail: {
          summary: 'Move the bucket: churn-training. Cannot act: S3 moves no bucket. Make another one',
          undoable: false,
        },
      },
    ]);
    expect(stage.aws.writes).toEqual([]);
  });
});

it.each([
  ['azure.machine-learning.endpoint-public-network-access', 'azure.machine-learning.close-online-endpoint'],
  ['azure.machine-learning.endpoint-key-authentication', 'azure.machine-learning.close-online-endpoint'],
  ['gcp.vertex.endpoint-public', 'gcp.vertex.make-endpoint-private'],
  ['gcp.vertex.endpoint-dedicated-dns', 'gcp.vertex.give-endpoint-its-own-name'],
])('%s leads to %s', (checkId, action) => {
  const assetType = checks.find(({ id }) => id === checkId)?.assetType.id ?? '';
  const found = remediationFor({ checkId, asset: { id: 'x', type: assetType, name: 'x' } }, { actions });
  expect(found).toMatchObject({ id: action, settings: {} });
});
