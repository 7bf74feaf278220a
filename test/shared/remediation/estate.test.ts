import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awsCloud } from '#connectors/aws/cloud.ts';
import { checks } from '#shared/checks/index.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { scanScope } from '#shared/pipeline/scan-scope.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import { cloudAccess } from '#shared/remediation/cloud-access.ts';
import type { RemediationFleet } from '#shared/remediation/fleet.ts';
import { actions } from '#shared/remediation/index.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';
import { invoking } from '#test/estate/story/aws-makers.ts';
import { openTestStore, type TestStore } from '#test/shared/ledger/test-store.ts';

const HOME = '111122223333';
const MEMBER = '444455556666';
const SCOPE: Scope = { provider: 'aws', account: MEMBER, region: 'eu-west-1' };
const LOGS = { s3Config: { bucketName: 'acme-invocations' } };

/** What logging is set to where a check fails for another reason than its being off. */
const LOGGING: Readonly<Record<string, JsonObject>> = {
  'aws.bedrock.invocation-logging-bodies': { ...LOGS, textDataDeliveryEnabled: false },
  'aws.bedrock.invocation-logging-destination': { textDataDeliveryEnabled: true },
};

let estate: AwsEstate;
let store: TestStore;
let fleet: RemediationFleet;

async function openEstate(checkId: string): Promise<void> {
  const invocationLogging = LOGGING[checkId];
  estate = await startAwsEstate({
    homeAccount: HOME,
    accounts: {
      [HOME]: { regions: { 'eu-west-1': {} } },
      [MEMBER]: {
        regions: {
          'eu-west-1': {
            models: [
              {
                ModelName: 'churn',
                ModelArn: `arn:aws:sagemaker:eu-west-1:${MEMBER}:model/churn`,
                ExecutionRoleArn: `arn:aws:iam::${MEMBER}:role/churn`,
                PrimaryContainer: { ModelDataUrl: 's3://churn-training/model.tar.gz' },
              },
            ],
            buckets: [{ Name: 'churn-training', PolicyStatus: { IsPublic: true } }],
            resources: invoking('amazon.nova-lite-v1:0'),
            ...(invocationLogging && { invocationLogging }),
          },
        },
      },
    },
  });
  let time = Date.parse('2026-11-22T12:00:00.000Z');
  const clock = () => {
    time += 1000;
    return new Date(time);
  };
  store = await openTestStore(clock);
  const home = {
    homeRegion: 'eu-west-1',
    endpoint: estate.endpoint,
    credentials: async () => estate.credentials,
    maxAttempts: 1,
  };
  fleet = {
    clouds: [awsCloud({ ...home, accounts: [MEMBER], readerRoleName: 'aispm-reader' })],
    ledger: store.ledger,
    checks,
    jobHistoryDays: 14,
    ownerTags: [],
    clock,
    remediation: {
      mode: 'approval',
      policies: [],
      parameters: { 'aws.bedrock.enable-invocation-logging': LOGS },
    },
    access: cloudAccess({
      aws: {
        home: { ...home, account: HOME },
        readerRoleName: 'aispm-reader',
        remediatorRoleName: 'aispm-remediator',
      },
    }),
    pause: async () => undefined,
  };
  await scanScope(fleet, { scanId: 'first', startedAt: clock().toISOString(), scope: SCOPE });
}
afterEach(async () => {
  await store.close();
  await estate.close();
});

const awsActions = actions.filter(({ id }) => id.startsWith('aws.'));
const ofThisKind = awsActions.flatMap((action) => action.fixes.map((checkId) => ({ action, checkId })));

describe.each(ofThisKind)('$action.id for $checkId', ({ action, checkId }) => {
  beforeEach(() => openEstate(checkId));

  const findings = () => Array.fromAsync(fleet.ledger.findings({ checkId }));

  it('is planned, acted on in another account, resolved by a rescan with the real check, and undone', async () => {
    const [finding] = await findings();
    const planned = await planRemediation(fleet, finding?.id ?? '');
    if (planned.outcome === 'refused') throw new Error(planned.message);
    const { id, plan } = planned.remediation;
    expect(plan.missing).toEqual([]);
    const present = () => JSON.stringify(estate.state.region(MEMBER, 'eu-west-1'));
    const before = present();

    await approveRemediation(fleet, id, { approver: 'ana' });
    expect(await actOnRemediation(fleet, id)).toMatchObject({ remediation: { status: 'verified' } });
    expect((await findings())[0]).toMatchObject({
      status: 'resolved',
      // A public policy is without effect where public access is blocked, and is not judged.
      resolution: checkId === 'aws.s3.public-policy' ? 'not-applicable' : 'passed',
    });
    expect(present()).not.toBe(before);

    expect(await undoRemediation(fleet, id)).toMatchObject({ remediation: { status: 'undone' } });
    expect((await findings())[0]).toMatchObject({ status: 'open', reopened: 1 });
    expect(present()).toBe(before);
  });

  it('writes through the declared operations and no others', async () => {
    const [finding] = await findings();
    const planned = await planRemediation(fleet, finding?.id ?? '');
    if (planned.outcome === 'refused') throw new Error(planned.message);
    const { id, plan } = planned.remediation;
    await approveRemediation(fleet, id, { approver: 'ana' });
    await actOnRemediation(fleet, id);
    await undoRemediation(fleet, id);
    const sent = estate.requests.map(({ operation }) => operation);
    expect(sent.filter((operation) => /:(Put|Delete|Update|Create)/.test(operation))).toEqual([
      plan.step?.operation,
      plan.undo?.operation,
    ]);
    const { read, put, remove } = action.settings[finding?.asset.type ?? ''] ?? {};
    expect(sent).toContain(read?.id);
    expect([put?.id, remove?.id]).toEqual(
      expect.arrayContaining([plan.step?.operation, plan.undo?.operation]),
    );
  });
});
