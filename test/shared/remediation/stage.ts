import type { Cloud } from '#connectors/cloud.ts';
import type { Check } from '#shared/model/check.ts';
import type { Coverage } from '#shared/model/coverage.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, field } from '#shared/model/predicate.ts';
import type { Scope } from '#shared/model/scope.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { awsClients } from '#shared/remediation/aws-clients.ts';
import type { RemediationFleet, RemediationRules } from '#shared/remediation/fleet.ts';
import type { AispmEvent } from '#shared/sinks/events.ts';
import { openTestStore, type TestStore } from '#test/shared/ledger/test-store.ts';
import { type AwsLoopback, startAwsLoopback } from './aws-loopback.ts';
import { actionNamed, stagedCheck, stagedType } from './staged.ts';

export const SCOPE: Scope = { provider: 'aws', account: '111122223333', region: 'eu-west-1' };

/** The id of the check that an action fixes on assets of a type. */
export function fixedBy(actionId: string, position = 0): string {
  const id = actionNamed(actionId).fixes[position];
  if (!id) throw new Error(`${actionId} fixes nothing`);
  return id;
}

export const bucket = stagedType('aws.s3.bucket', 'AWS::S3::Bucket', 'region');
const logging = stagedType(
  'aws.bedrock.invocation-logging',
  'AWS::Bedrock::ModelInvocationLogging',
  'region',
);

const CHECKS: readonly Check[] = [
  stagedCheck(
    bucket,
    fixedBy('aws.s3.block-public-access'),
    all(
      field('PublicAccessBlockConfiguration.BlockPublicAcls').absentIs(false, 'test').is(true),
      field('PublicAccessBlockConfiguration.RestrictPublicBuckets').absentIs(false, 'test').is(true),
    ),
  ),
  stagedCheck(
    logging,
    fixedBy('aws.bedrock.enable-invocation-logging'),
    field('loggingConfig.textDataDeliveryEnabled').absentIs(false, 'test').is(true),
  ),
];

export interface Stage {
  readonly fleet: RemediationFleet;
  readonly aws: AwsLoopback;
  readonly store: TestStore;
  readonly events: AispmEvent[];
  /** What coverage of the next readings says. */
  outcome: Coverage['outcome'];
  /** Config keys that make the check fail whatever the setting is. */
  stuck: boolean;
  /** Moves the clock. */
  pass(milliseconds: number): void;
  with(rules: Partial<RemediationRules>, others?: Partial<RemediationFleet>): RemediationFleet;
  /** Opens the finding of an asset by reading it. */
  open(type: string, id: string, name?: string): Promise<Finding>;
  close(): Promise<void>;
}

/** An AWS account of two services on loopback, the embedded ledger, and a cloud that reads their state. */
export async function openStage(): Promise<Stage> {
  const aws = await startAwsLoopback();
  let time = Date.parse('2026-11-22T12:00:00.000Z');
  const clock = () => {
    time += 1000;
    return new Date(time);
  };
  const store = await openTestStore(clock);
  const names = new Map<string, string>();
  const events: AispmEvent[] = [];

  function configOf(type: string, id: string): JsonObject {
    if (stage.stuck) return {};
    const setting = type === bucket.id ? aws.blocks.get(id.replace('arn:aws:s3:::', '')) : aws.logging;
    if (!setting) return {};
    return type === bucket.id ? { PublicAccessBlockConfiguration: setting } : { loggingConfig: setting };
  }

  const connectors = [bucket, logging].map((type) => ({
    assetType: type,
    operations: { list: [{ id: `${type.id}:List`, permission: `${type.id}:List` }] },
    list: async function* () {},
    identify: () => ({ id: '', name: '' }),
    find: async () => undefined,
  }));
  const cloud: Cloud = {
    provider: 'aws',
    connectors,
    plan: async () => ({ scopes: [SCOPE], coverage: [] }),
    discover: async () => ({ assets: [], coverage: [] }),
    rediscover: async ({ scope }, type, id) => ({
      assets:
        stage.outcome === 'complete'
          ? [{ id, type, scope, name: names.get(id) ?? id, config: configOf(type, id), relations: [] }]
          : [],
      coverage: [
        {
          scope,
          operation: `${type}:List`,
          outcome: stage.outcome,
          permission: `${type}:List`,
          calls: 1,
          incomplete: stage.outcome === 'complete' ? 0 : 1,
        },
      ],
    }),
  };

  const fleet: RemediationFleet = {
    clouds: [cloud],
    ledger: store.ledger,
    checks: CHECKS,
    jobHistoryDays: 14,
    ownerTags: [],
    clock,
    remediation: { mode: 'approval', policies: [] },
    access: {
      aws: (scope) =>
        awsClients(
          {
            credentials: async () => ({ accessKeyId: 'loopback', secretAccessKey: 'loopback' }),
            homeRegion: 'eu-west-1',
            endpoint: aws.endpoint,
            maxAttempts: 1,
          },
          scope.region,
        ),
      azure: () => {
        throw new Error('this stage has no Azure');
      },
      google: () => {
        throw new Error('this stage has no Google Cloud');
      },
    },
    announce: async (batch) => {
      events.push(...batch);
    },
    pause: async () => undefined,
  };

  const stage: Stage = {
    fleet,
    aws,
    store,
    events,
    outcome: 'complete',
    stuck: false,
    pass: (milliseconds) => {
      time += milliseconds;
    },
    with: (rules, others = {}) => ({ ...fleet, ...others, remediation: { ...fleet.remediation, ...rules } }),
    open: async (type, id, name = id) => {
      names.set(id, name);
      await rescanResource(fleet, { scanId: `open ${id}`, scope: SCOPE, assetType: type, assetId: id });
      const open = await Array.fromAsync(store.ledger.findings({ status: 'open' }));
      const finding = open.find(({ asset }) => asset.id === id);
      if (!finding) throw new Error(`nothing is wrong with ${id}`);
      return finding;
    },
    close: async () => {
      await store.close();
      await aws.close();
    },
  };
  return stage;
}
