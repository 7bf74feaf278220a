import type { Oauth2CredentialProviderItem } from '@aws-sdk/client-bedrock-agentcore-control';
import { oauth2CredentialProvider } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { agentCoreArn } from './arns.ts';
import { vaultOf } from './providers.ts';

/** Their names and vendors: what is listed holds no secret, and nothing that gives a token is ever called. */
export default awsConnector<Oauth2CredentialProviderItem>(oauth2CredentialProvider, {
  rare: true,
  operations: { list: awsOperations('bedrock-agentcore-control:ListOauth2CredentialProviders') },
  events: [
    'CreateOauth2CredentialProvider',
    'UpdateOauth2CredentialProvider',
    'DeleteOauth2CredentialProvider',
  ],
  list: providers,
  identify: ({ credentialProviderArn = '', name = '' }) => ({ id: credentialProviderArn, name }),
  async find(services, id) {
    for await (const found of providers(services)) if (found.credentialProviderArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'credentialProviderArn') ??
    agentCoreArn(scope, 'token-vault/default/oauth2credentialprovider', asked(event, 'name')),
  relations: ({ credentialProviderArn }, { scope }) => [
    relation('stored-in', vaultOf(scope, credentialProviderArn)),
  ],
});

function providers({ bedrockAgentCore }: AwsServices) {
  return bedrockAgentCore.list('ListOauth2CredentialProviders', { maxResults: 20 }, 'credentialProviders');
}
