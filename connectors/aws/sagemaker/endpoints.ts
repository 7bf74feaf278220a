import type { Endpoint } from '@aws-sdk/client-sagemaker';
import { endpoint } from '#shared/assets/aws/sagemaker.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { sagemakerTags } from '../tags.ts';
import { search } from './search.ts';

export default awsConnector<Partial<Pick<Endpoint, 'EndpointArn' | 'EndpointName'>>>(endpoint, {
  operations: {
    list: awsOperations('sagemaker:Search'),
    find: awsOperations('sagemaker:DescribeEndpoint', 'sagemaker:ListTags'),
  },
  events: ['CreateEndpoint', 'UpdateEndpoint', 'UpdateEndpointWeightsAndCapacities', 'DeleteEndpoint'],
  async *list(services) {
    for await (const { Endpoint } of search(services, 'Endpoint')) yield Endpoint ?? {};
  },
  identify: ({ EndpointArn = '', EndpointName = '' }) => ({ id: EndpointArn, name: EndpointName }),
  async find(services, id) {
    const described = await services.sagemaker('DescribeEndpoint', { EndpointName: nameInArn(id) });
    return Object.assign({}, described, { Tags: await sagemakerTags(services, id) });
  },
  affected: (event, { scope }) => sagemakerArn(scope, 'endpoint', asked(event, 'endpointName')),
  relations: ({ EndpointConfigName, DataCaptureConfig }, { scope }) => [
    relation('derived-from', sagemakerArn(scope, 'endpoint-config', EndpointConfigName)),
    isObject(DataCaptureConfig)
      ? relation('logs-to', bucketArnOf(DataCaptureConfig['DestinationS3Uri'], scope.region))
      : undefined,
  ],
});
