import type {
  GetModelInvocationLoggingConfigurationResponse,
  LoggingConfig,
  S3Config,
} from '@aws-sdk/client-bedrock';
import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import type { Unread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { arnIn, bucketArn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { distinct } from './arns.ts';
import { invokedModels, listMetrics } from './invocations.ts';

/**
 * The setting has no ARN of its own: IAM knows no resource for its operations. This is the form in which the
 * Bedrock User Guide names it all the same: the `aws:SourceArn` that the bucket policy and the role of
 * invocation logging are to be conditioned on (“Monitor model invocation using CloudWatch Logs and Amazon S3”).
 * `AWS::::Account:<id>`, Security Hub's id of account settings, would be the same in every region.
 */
export const invocationLoggingId = (scope: Scope): string => arnIn(scope, 'bedrock', '*');

const readLogging = ({ bedrock }: AwsServices) => bedrock('GetModelInvocationLoggingConfiguration', {});

/** There is always one, switched on or off; switched off, the reply holds no `loggingConfig`. */
export default awsConnector<GetModelInvocationLoggingConfigurationResponse>(invocationLogging, {
  isSetting: true,
  operations: {
    list: awsOperations('bedrock:GetModelInvocationLoggingConfiguration'),
    parts: { invokedModels: listMetrics, objectLocks: awsOperation('s3:GetObjectLockConfiguration') },
  },
  events: ['PutModelInvocationLoggingConfiguration', 'DeleteModelInvocationLoggingConfiguration'],
  withoutEvents: { create: 'a region has the settings from the start' },
  async *list(services) {
    yield await readLogging(services);
  },
  identify: (_summary, { scope }) => ({
    id: invocationLoggingId(scope),
    name: `model invocation logging in ${scope.region}`,
  }),
  read: async (services, { loggingConfig }, { scope }) => ({
    loggingConfig,
    invokedModels: await invokedModels(services),
    objectLocks: await objectLocksOf(services, scope, loggingConfig),
  }),
  find: (services) => readLogging(services),
  affected: (_event, { scope }) => invocationLoggingId(scope),
  relations: ({ loggingConfig }, { scope }) => {
    const { region } = scope;
    const { s3Config, cloudWatchConfig } = isObject(loggingConfig) ? loggingConfig : {};
    const largeData = isObject(cloudWatchConfig) ? cloudWatchConfig['largeDataDeliveryS3Config'] : undefined;
    return [
      relation('logs-to', bucketOf(s3Config, region)),
      relation('logs-to', bucketOf(largeData, region)),
      isObject(cloudWatchConfig)
        ? relation('logs-to', logGroupArn(scope, cloudWatchConfig['logGroupName']))
        : undefined,
      isObject(cloudWatchConfig) ? relation('assumes', cloudWatchConfig['roleArn']) : undefined,
    ];
  },
});

/** By ARN, what keeps the logs in each bucket from being changed; nothing where there is no lock. */
async function objectLocksOf(
  { s3 }: AwsServices,
  { account, region }: Scope,
  { s3Config, cloudWatchConfig }: LoggingConfig = {},
): Promise<Readonly<Record<string, Json | Unread>>> {
  const locks: Record<string, Json | Unread> = {};
  for (const Bucket of distinct([s3Config, cloudWatchConfig?.largeDataDeliveryS3Config].map(nameOf)))
    locks[bucketArn(Bucket, region)] =
      (await s3.part(
        'GetObjectLockConfiguration',
        { Bucket, ExpectedBucketOwner: account },
        ({ ObjectLockConfiguration }) => ObjectLockConfiguration,
        ['ObjectLockConfigurationNotFoundError'],
      )) ?? {};
  return locks;
}

const nameOf = (config: S3Config | undefined): string | undefined => config?.bucketName || undefined;

const bucketOf = (s3Config: Json | undefined, region: string): string | undefined =>
  isObject(s3Config) && typeof s3Config['bucketName'] === 'string'
    ? bucketArn(s3Config['bucketName'], region)
    : undefined;

const logGroupArn = (scope: Scope, name: Json | undefined): string | undefined =>
  typeof name === 'string' && name !== '' ? arnIn(scope, 'logs', `log-group:${name}`) : undefined;
