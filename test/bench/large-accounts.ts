import type { JsonObject } from '#shared/model/json.ts';
import type { AwsRegionDescription, EstateDescription } from '#test/estate/description.ts';

/** An AWS account of a size that people have complained about, and how much of its history is asked for. */
export interface LargeAccount {
  readonly title: string;
  readonly regions: number;
  readonly models: number;
  readonly trainingJobs: number;
  readonly processingJobs: number;
  readonly agents: number;
  /** How many days of finished jobs are looked at; all of them where it is endless. */
  readonly jobHistoryDays: number;
  /** The most calls that a scan may make. */
  readonly budget: number;
  /** What Prowler’s collectors would call, modelled from their code; `undefined` where nobody has. */
  readonly prowlerModelled?: number;
}

const EVERY_JOB = Number.POSITIVE_INFINITY;
const WINDOW_DAYS = 14;
const NOTHING = { models: 0, trainingJobs: 0, processingJobs: 0, agents: 0 };
const ENDLESS = { ...NOTHING, regions: 1, models: 143, trainingJobs: 462_178 };

/**
 * The sizes are those of the acceptance: a large account, the account of an issue about an endless job history,
 * and an empty one. Where only a window is looked at, most jobs are older than it.
 */
export const LARGE_ACCOUNTS: Readonly<Record<string, LargeAccount>> = {
  empty: { title: 'empty, 17 regions', ...NOTHING, regions: 17, jobHistoryDays: WINDOW_DAYS, budget: 1_100 },
  large: {
    title: 'large, 17 regions',
    regions: 17,
    models: 2_000,
    trainingJobs: 20_000,
    processingJobs: 5_000,
    agents: 100,
    jobHistoryDays: EVERY_JOB,
    budget: 10_500,
    prowlerModelled: 59_598,
  },
  'endless-history': {
    title: '462,178 training jobs, every one asked for',
    ...ENDLESS,
    jobHistoryDays: EVERY_JOB,
    budget: 5_100,
    prowlerModelled: 929_299,
  },
  'recent-history': {
    title: 'the same, the last 14 days',
    ...ENDLESS,
    jobHistoryDays: WINDOW_DAYS,
    budget: 500,
    prowlerModelled: 929_299,
  },
};

/** Throws where there is none of that name. */
export function largeAccount(name: string): LargeAccount {
  const account = LARGE_ACCOUNTS[name];
  if (!account) throw new Error(`no large account is named ${name}`);
  return account;
}

const ACCOUNT = '444455556666';
const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-north-1',
  'ap-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-southeast-1',
  'ap-southeast-2',
];

/** Which accounts and regions there are, without what is in them. */
export function outlineOf({ regions }: LargeAccount): EstateDescription {
  return withRegions(Object.fromEntries(REGIONS.slice(0, regions).map((region) => [region, {}])));
}

/** The account with everything in it, in equal parts over its regions. */
export function descriptionOf(account: LargeAccount): EstateDescription {
  const { regions, models, trainingJobs, processingJobs, agents } = account;
  const share = (total: number, index: number): number =>
    Math.floor(total / regions) + (index < total % regions ? 1 : 0);
  return withRegions(
    Object.fromEntries(
      REGIONS.slice(0, regions).map((region, index): [string, AwsRegionDescription] => [
        region,
        {
          models: numbered(share(models, index), (name) => model(region, name)),
          trainingJobs: numbered(share(trainingJobs, index), (name, at) => trainingJob(region, name, at)),
          agents: numbered(share(agents, index), (_name, at) => agent(region, at)),
          resources: {
            'sagemaker/ProcessingJob': numbered(share(processingJobs, index), (name, at) =>
              processingJob(region, name, at),
            ),
          },
        },
      ]),
    ),
  );
}

const withRegions = (regions: Readonly<Record<string, AwsRegionDescription>>): EstateDescription => ({
  aws: { homeAccount: ACCOUNT, accounts: { [ACCOUNT]: { regions } } },
});

const numbered = (count: number, make: (name: string, at: number) => JsonObject): JsonObject[] =>
  Array.from({ length: count }, (_, at) => make(`n${at}`, at));

const arn = (service: string, region: string, resource: string): string =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

/** Of a thousand jobs one is recent; forty pipelines make them. */
function timesOf(at: number): JsonObject {
  const recent = at % 1_000 === 0;
  const time = recent ? '2026-11-20T02:00:00.000Z' : '2025-06-01T02:00:00.000Z';
  return { CreationTime: time, LastModifiedTime: time };
}
const roleOf = (at: number): string => `arn:aws:iam::${ACCOUNT}:role/pipeline-${at % 40}`;
const imageOf = (region: string, at: number): string =>
  `${ACCOUNT}.dkr.ecr.${region}.amazonaws.com/train:${at % 40}`;

const model = (region: string, name: string): JsonObject => ({
  ModelName: name,
  ModelArn: arn('sagemaker', region, `model/${name}`),
  ExecutionRoleArn: roleOf(0),
  CreationTime: '2026-01-01T00:00:00.000Z',
  PrimaryContainer: { Image: imageOf(region, 1), ModelDataUrl: 's3://models/m.tar.gz' },
});

const trainingJob = (region: string, name: string, at: number): JsonObject => ({
  TrainingJobName: name,
  TrainingJobArn: arn('sagemaker', region, `training-job/${name}`),
  TrainingJobStatus: 'Completed',
  RoleArn: roleOf(at),
  AlgorithmSpecification: { TrainingInputMode: 'File', TrainingImage: imageOf(region, at) },
  OutputDataConfig: { S3OutputPath: 's3://models/out' },
  ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
  ...timesOf(at),
});

const processingJob = (region: string, name: string, at: number): JsonObject => ({
  ProcessingJobName: name,
  ProcessingJobArn: arn('sagemaker', region, `processing-job/${name}`),
  ProcessingJobStatus: 'Completed',
  RoleArn: roleOf(at),
  AppSpecification: { ImageUri: imageOf(region, at) },
  ProcessingResources: {
    ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 },
  },
  ...timesOf(at),
});

function agent(region: string, at: number): JsonObject {
  const agentId = `AG${String(at).padStart(8, '0')}`;
  return {
    agentId,
    agentName: agentId.toLowerCase(),
    agentArn: arn('bedrock', region, `agent/${agentId}`),
    agentVersion: 'DRAFT',
    agentStatus: 'PREPARED',
    idleSessionTTLInSeconds: 600,
    agentResourceRoleArn: roleOf(at),
    foundationModel: 'anthropic.claude-sonnet-4-v1:0',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    aliases: [
      {
        agentAliasId: 'LIVE000001',
        agentAliasName: 'live',
        agentAliasStatus: 'PREPARED',
        routingConfiguration: [{ agentVersion: '1' }],
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: '2026-01-01T00:00:00.000Z',
      },
    ],
    versions: [{ version: '1', agentStatus: 'PREPARED', foundationModel: 'anthropic.claude-sonnet-4-v1:0' }],
  };
}
