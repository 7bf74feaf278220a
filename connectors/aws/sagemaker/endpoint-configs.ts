import type { EndpointConfigSummary } from '@aws-sdk/client-sagemaker';
import { endpointConfig } from '#shared/assets/aws/sagemaker.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { subnetsOf } from './models.ts';
import { at, listAt } from './places.ts';

/** Tags are not read: every deployment leaves a configuration behind, and its endpoint names the owner. */
export default awsConnector<Pick<EndpointConfigSummary, 'EndpointConfigArn' | 'EndpointConfigName'>>(
  endpointConfig,
  {
    operations: {
      list: awsOperations('sagemaker:ListEndpointConfigs'),
      read: awsOperations('sagemaker:DescribeEndpointConfig'),
    },
    events: ['CreateEndpointConfig', 'DeleteEndpointConfig'],
    withoutEvents: { update: 'A configuration is never changed: UpdateEndpoint names another.' },
    list: ({ sagemaker }) => sagemaker.list('ListEndpointConfigs', { MaxResults: 100 }, 'EndpointConfigs'),
    identify: ({ EndpointConfigArn = '', EndpointConfigName = '' }) => ({
      id: EndpointConfigArn,
      name: EndpointConfigName,
    }),
    // What explains answers is set up with rows of data.
    read: async ({ sagemaker }, { EndpointConfigName }) => ({
      ...(await sagemaker('DescribeEndpointConfig', { EndpointConfigName })),
      ExplainerConfig: undefined,
    }),
    find: async (_services, id) => ({ EndpointConfigArn: id, EndpointConfigName: nameInArn(id) }),
    affected: (event, { scope }) =>
      sagemakerArn(scope, 'endpoint-config', asked(event, 'endpointConfigName')),
    relations: (
      {
        KmsKeyId,
        ExecutionRoleArn,
        VpcConfig,
        DataCaptureConfig,
        AsyncInferenceConfig,
        ProductionVariants,
        ShadowProductionVariants,
      },
      { scope },
    ) => [
      relation('encrypted-by', kmsKeyArn(scope, KmsKeyId)),
      relation('assumes', ExecutionRoleArn),
      ...subnetsOf(VpcConfig),
      isObject(DataCaptureConfig)
        ? relation('logs-to', bucketArnOf(DataCaptureConfig['DestinationS3Uri'], scope.region))
        : undefined,
      ...['S3OutputPath', 'S3FailurePath'].map((path) =>
        relation('writes-to', bucketArnOf(at(AsyncInferenceConfig, 'OutputConfig', path), scope.region)),
      ),
      ...[...listAt(ProductionVariants), ...listAt(ShadowProductionVariants)].map((variant) =>
        relation('contains', sagemakerArn(scope, 'model', at(variant, 'ModelName'))),
      ),
    ],
  },
);
