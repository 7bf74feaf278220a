import * as client from '@aws-sdk/client-cloudwatch-logs';
import type { JsonObject } from '#shared/model/json.ts';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const group = (name: string, more: JsonObject): JsonObject => {
  const arn = `arn:aws:logs:eu-west-1:444455556666:log-group:${name}`;
  return {
    logGroupName: name,
    logGroupArn: arn,
    arn: `${arn}:*`,
    creationTime: 1_763_625_600_000,
    logGroupClass: 'STANDARD',
    storedBytes: 0,
    ...more,
  };
};

const service: EstateService = {
  prefix: 'logs',
  signingName: 'logs',
  protocol: 'json',
  client,
  handlers: {
    DescribeLogGroups: lists('logs/groups', 'logGroups', {
      token: ['nextToken', 'nextToken'],
      where: ({ logGroupName }, { logGroupNamePrefix }) =>
        String(logGroupName).startsWith(String(logGroupNamePrefix ?? '')),
    }),
  },
  sample: {
    'logs/groups': [
      group('/aws/bedrock/invocations', {
        kmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        retentionInDays: 30,
        dataProtectionStatus: 'ACTIVATED',
      }),
      group('/aws/bedrock-agentcore/runtimes/assistant', {}),
      group('/aws/sagemaker/Endpoints/churn', { dataProtectionStatus: 'DISABLED' }),
      group('/aws/sagemaker/TrainingJobs', { inheritedProperties: ['ACCOUNT_DATA_PROTECTION'] }),
      group('/aws/opensearch/vectors', {}),
      group('/aws/opensearch/vectors-of-others', {}),
    ],
  },
};
export default service;
