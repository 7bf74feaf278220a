import type { MarketplaceModelEndpointSummary } from '@aws-sdk/client-bedrock';
import { marketplaceEndpoint } from '#shared/assets/aws/bedrock-models.ts';
import { isObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { arnIn, kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';

/**
 * What Bedrock knows an endpoint by is the ARN of the SageMaker endpoint behind it, which is an asset of its own.
 * IAM speaks of calling one through Bedrock as `marketplace/model-endpoint/…`.
 */
const registrationId = (scope: Scope, endpointArn: string): string =>
  arnIn(scope, 'bedrock', `marketplace/model-endpoint/${nameInArn(endpointArn)}`);

const PREFIX = 'marketplace/model-endpoint/';

export default awsConnector<Pick<MarketplaceModelEndpointSummary, 'endpointArn'>>(marketplaceEndpoint, {
  // Behind each there is a SageMaker endpoint, which is found anyway.
  rare: true,
  operations: {
    list: awsOperations('bedrock:ListMarketplaceModelEndpoints'),
    read: awsOperations('bedrock:GetMarketplaceModelEndpoint'),
  },
  events: [
    'CreateMarketplaceModelEndpoint',
    'RegisterMarketplaceModelEndpoint',
    'UpdateMarketplaceModelEndpoint',
    'DeregisterMarketplaceModelEndpoint',
    'DeleteMarketplaceModelEndpoint',
  ],
  list: ({ bedrock }) =>
    bedrock.list('ListMarketplaceModelEndpoints', { maxResults: 1000 }, 'marketplaceModelEndpoints'),
  identify: ({ endpointArn = '' }, { scope }) => ({
    id: registrationId(scope, endpointArn),
    name: nameInArn(endpointArn),
  }),
  async read({ bedrock }, { endpointArn }) {
    const { marketplaceModelEndpoint } = await bedrock('GetMarketplaceModelEndpoint', { endpointArn });
    return { ...marketplaceModelEndpoint, statusMessage: undefined, endpointStatusMessage: undefined };
  },
  find: async (_services, id, { scope }) => ({
    endpointArn: arnIn(scope, 'sagemaker', `endpoint/${id.slice(id.indexOf(PREFIX) + PREFIX.length)}`),
  }),
  affected: (event, { scope }) => {
    const endpointArn =
      asked(event, 'endpointArn') ??
      asked(event, 'endpointIdentifier') ??
      answered(event, 'marketplaceModelEndpoint', 'endpointArn');
    return endpointArn && registrationId(scope, endpointArn);
  },
  relations: ({ endpointArn, endpointConfig }, { scope }) => {
    const settings = isObject(endpointConfig) ? endpointConfig['sageMaker'] : undefined;
    const { executionRole, kmsEncryptionKey, vpc } = isObject(settings) ? settings : {};
    const subnets = isObject(vpc) && Array.isArray(vpc['subnetIds']) ? vpc['subnetIds'] : [];
    return [
      relation('deployed-as', endpointArn),
      relation('assumes', executionRole),
      relation('encrypted-by', kmsKeyArn(scope, kmsEncryptionKey)),
      ...subnets.map((subnet) => relation('attached-to', subnet)),
    ];
  },
});
