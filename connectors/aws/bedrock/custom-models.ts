import type { CustomModelSummary } from '@aws-sdk/client-bedrock';
import { customModel } from '#shared/assets/aws/bedrock.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { bedrockArn } from './arns.ts';
import {
  getResourcePolicy,
  RESOURCE_POLICY_EVENTS,
  resourcePolicyOf,
  withChangedPolicy,
} from './resource-policies.ts';

export default awsConnector<Pick<CustomModelSummary, 'modelArn' | 'modelName'>>(customModel, {
  operations: {
    list: awsOperations('bedrock:ListCustomModels'),
    read: awsOperations('bedrock:GetCustomModel'),
    parts: {
      customizationJob: awsOperation('bedrock:GetModelCustomizationJob'),
      resourcePolicy: getResourcePolicy,
      Tags: getResources,
    },
  },
  /** No operation changes the model itself. */
  events: ['CreateCustomModel', 'DeleteCustomModel', ...RESOURCE_POLICY_EVENTS],
  // Models that other accounts share are theirs to judge.
  list: ({ bedrock }) =>
    bedrock.list('ListCustomModels', { isOwned: true, maxResults: 1000 }, 'modelSummaries'),
  identify: ({ modelArn = '', modelName = '' }) => ({ id: modelArn, name: modelName }),
  async read(services, { modelArn = '' }) {
    const { bedrock } = services;
    const described = await bedrock('GetCustomModel', { modelIdentifier: modelArn });
    return {
      ...described,
      hyperParameters: undefined,
      failureMessage: undefined,
      customizationJob: described.jobArn
        ? await bedrock.part(
            'GetModelCustomizationJob',
            { jobIdentifier: described.jobArn },
            ({ vpcConfig, roleArn, status }) => ({ vpcConfig, roleArn, status }),
          )
        : undefined,
      // AWS Resource Access Manager writes it where a model is shared.
      resourcePolicy: await resourcePolicyOf(services, modelArn),
      Tags: await services.tagsOf('bedrock:custom-model', modelArn),
    };
  },
  async find({ bedrock }, id) {
    const { modelArn, modelName } = await bedrock('GetCustomModel', { modelIdentifier: id });
    return { modelArn, modelName };
  },
  affected: (event, { scope }) =>
    answered(event, 'modelArn') ??
    bedrockArn(scope, 'custom-model', asked(event, 'modelIdentifier')) ??
    withChangedPolicy(event, 'custom-model'),
  relations: (config, { scope: { region } }) => [
    relation('encrypted-by', config['modelKmsKeyArn']),
    relation('derived-from', config['baseModelArn']),
    isObject(config['customizationJob'])
      ? relation('assumes', config['customizationJob']['roleArn'])
      : undefined,
    ...subnetsOf(config['customizationJob']).map((subnet) => relation('attached-to', subnet)),
    isObject(config['trainingDataConfig'])
      ? relation('trained-on', bucketArnOf(config['trainingDataConfig']['s3Uri'], region))
      : undefined,
    isObject(config['outputDataConfig'])
      ? relation('writes-to', bucketArnOf(config['outputDataConfig']['s3Uri'], region))
      : undefined,
  ],
});

function subnetsOf(job: Json | undefined): readonly Json[] {
  const vpc = isObject(job) ? job['vpcConfig'] : undefined;
  return isObject(vpc) && Array.isArray(vpc['subnetIds']) ? vpc['subnetIds'] : [];
}
