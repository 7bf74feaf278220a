import * as client from '@aws-sdk/client-ecr';
import type { JsonObject } from '#shared/model/json.ts';
import { AwsError } from '../reply.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const repository = (name: string, more: JsonObject): JsonObject => ({
  repositoryName: name,
  repositoryArn: `arn:aws:ecr:eu-west-1:444455556666:repository/${name}`,
  registryId: '444455556666',
  repositoryUri: `444455556666.dkr.ecr.eu-west-1.amazonaws.com/${name}`,
  createdAt: '2026-11-20T08:00:00.000Z',
  imageTagMutability: 'MUTABLE',
  imageScanningConfiguration: { scanOnPush: false },
  encryptionConfiguration: { encryptionType: 'AES256' },
  scanFrequency: 'MANUAL',
  Tags: [{ Key: 'owner', Value: 'ml' }],
  ...more,
});

const policyOf = gets('ecr/repositories', { repositoryName: 'repositoryName' });

const service: EstateService = {
  prefix: 'ecr',
  signingName: 'ecr',
  protocol: 'json',
  client,
  handlers: {
    DescribeRepositories: lists('ecr/repositories', 'repositories', { token: ['nextToken', 'nextToken'] }),
    GetRepositoryPolicy: (call) => {
      const found = policyOf(call);
      if (!('policyText' in found) || found.policyText === undefined)
        throw new AwsError('RepositoryPolicyNotFoundException', 'There is no policy.', 400);
      return { policyText: found.policyText };
    },
    BatchGetRepositoryScanningConfiguration: ({ region, input: { repositoryNames } }) => ({
      scanningConfigurations: region
        .resources('ecr/repositories')
        .filter(
          ({ repositoryName }) =>
            Array.isArray(repositoryNames) && repositoryNames.includes(repositoryName ?? ''),
        )
        .map(({ repositoryName, repositoryArn, scanFrequency }) => ({
          repositoryName: repositoryName ?? '',
          repositoryArn: repositoryArn ?? '',
          scanFrequency: scanFrequency ?? '',
        })),
    }),
  },
  sample: {
    'ecr/repositories': [
      repository('agents', {}),
      repository('base', {}),
      repository('unrelated', {}),
      repository('churn', {
        encryptionConfiguration: {
          encryptionType: 'KMS',
          kmsKey: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        },
        scanFrequency: 'SCAN_ON_PUSH',
        policyText: JSON.stringify({
          Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }],
        }),
      }),
    ],
  },
};
export default service;
