import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { inboundTokens } from './bedrock-agentcore.ts';

const PACKAGE = '@aws-sdk/client-bedrock-agentcore-control';

const text = z.string().optional();

export const workloadIdentity = assetType('aws.bedrock-agentcore.workload-identity', {
  title: 'AgentCore workload identity',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::WorkloadIdentity',
  shape: { package: PACKAGE, type: 'GetWorkloadIdentityResponse' },
  config: z.looseObject({ allowedResourceOauth2ReturnUrls: z.array(z.string()).optional() }),
});

/** What is known of it is its name: the key itself is never asked for. */
export const apiKeyCredentialProvider = assetType('aws.bedrock-agentcore.api-key-credential-provider', {
  title: 'AgentCore API key provider',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::ApiKeyCredentialProvider',
  shape: { package: PACKAGE, type: 'ApiKeyCredentialProviderItem' },
  config: z.looseObject({ credentialProviderArn: text }),
});

/** Its name and its vendor: neither the client’s secret nor a token is ever asked for. */
export const oauth2CredentialProvider = assetType('aws.bedrock-agentcore.oauth2-credential-provider', {
  title: 'AgentCore OAuth2 provider',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::OAuth2CredentialProvider',
  shape: { package: PACKAGE, type: 'Oauth2CredentialProviderItem' },
  config: z.looseObject({ credentialProviderArn: text }),
});

export const tokenVault = assetType('aws.bedrock-agentcore.token-vault', {
  title: 'AgentCore token vault',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::TokenVault',
  shape: { package: PACKAGE, type: 'GetTokenVaultResponse' },
  config: z.looseObject({
    tokenVaultId: text,
    kmsConfiguration: z
      .looseObject({
        keyType: z.enum(['CustomerManagedKey', 'ServiceManagedKey']).optional(),
        kmsKeyArn: text,
      })
      .optional(),
  }),
});

export const registry = assetType('aws.bedrock-agentcore.registry', {
  title: 'AgentCore registry',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::Registry',
  shape: { package: PACKAGE, type: 'GetRegistryResponse' },
  config: z.looseObject({
    authorizerType: z.enum(['AWS_IAM', 'CUSTOM_JWT']).optional(),
    authorizerConfiguration: inboundTokens,
    approvalConfiguration: z.looseObject({ autoApproval: z.boolean().optional() }).optional(),
  }),
});

export const registryRecord = assetType('aws.bedrock-agentcore.registry-record', {
  title: 'AgentCore registry record',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::RegistryRecord',
  shape: { package: PACKAGE, type: 'RegistryRecordSummary' },
  config: z.looseObject({
    descriptorType: z.enum(['A2A', 'AGENT_SKILLS', 'CUSTOM', 'MCP']).optional(),
    status: z
      .enum([
        'APPROVED',
        'CREATE_FAILED',
        'CREATING',
        'DEPRECATED',
        'DRAFT',
        'PENDING_APPROVAL',
        'REJECTED',
        'UPDATE_FAILED',
        'UPDATING',
      ])
      .optional(),
  }),
});
