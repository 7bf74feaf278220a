import type { InferenceExperimentSummary } from '@aws-sdk/client-sagemaker';
import { inferenceExperiment } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { at, listAt } from './places.ts';

export default awsConnector<Pick<InferenceExperimentSummary, 'Name'>>(inferenceExperiment, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListInferenceExperiments'),
    read: awsOperations('sagemaker:DescribeInferenceExperiment'),
    parts: { Tags: getResources },
  },
  events: [
    'CreateInferenceExperiment',
    'UpdateInferenceExperiment',
    'StartInferenceExperiment',
    'StopInferenceExperiment',
    'DeleteInferenceExperiment',
  ],
  list: ({ sagemaker }) =>
    sagemaker.list('ListInferenceExperiments', { MaxResults: 100 }, 'InferenceExperiments'),
  identify: ({ Name = '' }, { scope }) => ({
    id: sagemakerArn(scope, 'inference-experiment', Name) ?? '',
    name: Name,
  }),
  async read(services, { Name }) {
    const experiment = await services.sagemaker('DescribeInferenceExperiment', { Name });
    return {
      ...experiment,
      Description: undefined,
      StatusReason: undefined,
      Tags: await services.tagsOf('sagemaker:inference-experiment', experiment.Arn),
    };
  },
  find: async (_services, id) => ({ Name: nameInArn(id) }),
  affected: (event, { scope }) => sagemakerArn(scope, 'inference-experiment', asked(event, 'name')),
  relations: (config, { scope }) => [
    relation('assumes', config['RoleArn']),
    relation('attached-to', sagemakerArn(scope, 'endpoint', at(config, 'EndpointMetadata', 'EndpointName'))),
    ...listAt(config, 'ModelVariants').map((variant) =>
      relation('contains', sagemakerArn(scope, 'model', at(variant, 'ModelName'))),
    ),
    relation('logs-to', bucketArnOf(at(config, 'DataStorageConfig', 'Destination'), scope.region)),
    relation('encrypted-by', kmsKeyArn(scope, config['KmsKey'])),
    relation('encrypted-by', kmsKeyArn(scope, at(config, 'DataStorageConfig', 'KmsKey'))),
  ],
});
