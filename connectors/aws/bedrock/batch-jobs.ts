import type { ModelInvocationJobSummary } from '@aws-sdk/client-bedrock';
import { batchJob } from '#shared/assets/aws/bedrock-models.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { jobsSince } from '../window.ts';
import { bedrockArn } from './arns.ts';

export default awsConnector<Partial<ModelInvocationJobSummary>>(batchJob, {
  operations: {
    list: awsOperations('bedrock:ListModelInvocationJobs'),
    find: awsOperations('bedrock:GetModelInvocationJob'),
  },
  events: ['CreateModelInvocationJob', 'StopModelInvocationJob'],
  withoutEvents: { delete: 'a job cannot be deleted' },
  // A job runs for a week at the most: what was submitted before the window has ended.
  list: ({ bedrock }, reading) =>
    bedrock.list(
      'ListModelInvocationJobs',
      { submitTimeAfter: jobsSince(reading), maxResults: 1000 },
      'invocationJobSummaries',
    ),
  identify: ({ jobArn = '', jobName = '' }) => ({ id: jobArn, name: jobName }),
  read: async (_services, summary) => ({ ...summary, message: undefined }),
  find: ({ bedrock }, id) => bedrock('GetModelInvocationJob', { jobIdentifier: id }),
  affected: (event, { scope }) =>
    answered(event, 'jobArn') ?? bedrockArn(scope, 'model-invocation-job', asked(event, 'jobIdentifier')),
  relations: ({ roleArn, modelId, inputDataConfig, outputDataConfig, vpcConfig }, { scope }) => {
    const from = within(inputDataConfig, 's3InputDataConfig');
    const to = within(outputDataConfig, 's3OutputDataConfig');
    const subnets = within({ vpcConfig: vpcConfig ?? {} }, 'vpcConfig')['subnetIds'];
    return [
      relation('assumes', roleArn),
      relation('calls', modelId),
      relation('reads-from', bucketArnOf(from['s3Uri'], scope.region)),
      relation('writes-to', bucketArnOf(to['s3Uri'], scope.region)),
      relation('encrypted-by', kmsKeyArn(scope, to['s3EncryptionKeyId'])),
      ...(Array.isArray(subnets) ? subnets : []).map((subnet) => relation('attached-to', subnet)),
    ];
  },
});

function within(config: Json | undefined, key: string): JsonObject {
  const inner = isObject(config) ? config[key] : undefined;
  return isObject(inner) ? inner : {};
}
