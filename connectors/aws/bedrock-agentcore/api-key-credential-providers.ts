import type { ApiKeyCredentialProviderItem } from '@aws-sdk/client-bedrock-agentcore-control';
import { apiKeyCredentialProvider } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { agentCoreArn } from './arns.ts';
import { vaultOf } from './providers.ts';

/** Their names: what is listed holds no key, and the operations that hold one are never called. */
export default awsConnector<ApiKeyCredentialProviderItem>(apiKeyCredentialProvider, {
  rare: true,
  operations: { list: awsOperations('bedrock-agentcore-control:ListApiKeyCredentialProviders') },
  events: [
    'CreateApiKeyCredentialProvider',
    'UpdateApiKeyCredentialProvider',
    'DeleteApiKeyCredentialProvider',
  ],
  list: providers,
  identify: ({ credentialProviderArn = '', name = '' }) => ({ id: credentialProviderArn, name }),
  async find(services, id) {
    for await (const found of providers(services)) if (found.credentialProviderArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'credentialProviderArn') ??
    agentCoreArn(scope, 'token-vault/default/apikeycredentialprovider', asked(event, 'name')),
  relations: ({ credentialProviderArn }, { scope }) => [
    relation('stored-in', vaultOf(scope, credentialProviderArn)),
  ],
});

function providers({ bedrockAgentCore }: AwsServices) {
  return bedrockAgentCore.list('ListApiKeyCredentialProviders', { maxResults: 100 }, 'credentialProviders');
}
