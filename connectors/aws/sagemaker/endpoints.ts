import { endpoint } from '#shared/assets/aws/sagemaker.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { searchedConnector } from './search.ts';
import { type KeptEndpoint, keptEndpoint } from './withholding.ts';

export default searchedConnector<KeptEndpoint>(endpoint, {
  resource: 'Endpoint',
  instead: { list: 'sagemaker:ListEndpoints', describe: 'sagemaker:DescribeEndpoint' },
  taggedAs: 'sagemaker:endpoint',
  events: ['CreateEndpoint', 'UpdateEndpoint', 'UpdateEndpointWeightsAndCapacities', 'DeleteEndpoint'],
  taken: (record) => record.Endpoint && keptEndpoint(record.Endpoint),
  identify: ({ EndpointArn = '', EndpointName = '' }) => ({ arn: EndpointArn, name: EndpointName }),
  nameOf: nameInArn,
  async *list({ sagemaker }) {
    for await (const { EndpointArn = '', EndpointName = '' } of sagemaker.list(
      'ListEndpoints',
      { MaxResults: 100 },
      'Endpoints',
    ))
      yield { arn: EndpointArn, name: EndpointName };
  },
  describe: async ({ sagemaker }, { name }) =>
    keptEndpoint(await sagemaker('DescribeEndpoint', { EndpointName: name })),
  affected: (event, { scope }) => sagemakerArn(scope, 'endpoint', asked(event, 'endpointName')),
  relations: ({ EndpointConfigName, DataCaptureConfig }, { scope }) => [
    relation('derived-from', sagemakerArn(scope, 'endpoint-config', EndpointConfigName)),
    isObject(DataCaptureConfig)
      ? relation('logs-to', bucketArnOf(DataCaptureConfig['DestinationS3Uri'], scope.region))
      : undefined,
  ],
});
