import * as client from '@aws-sdk/client-bedrock-agentcore-control';
import type { JsonObject } from '#shared/model/json.ts';
import type { Handler } from '../handler.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:eu-west-1:444455556666:${resource}`;
const core = (resource: string): string => arn('bedrock-agentcore', resource);
const KEY = arn('kms', 'key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001');
const ROLE = 'arn:aws:iam::444455556666:role/training';
const THEN = '2026-11-20T08:00:00.000Z';
const NEXT = ['nextToken', 'nextToken'] as const;
const TIMES = { createdAt: THEN, updatedAt: THEN };
const tags = { owner: 'agents' };
const VPC = {
  networkMode: 'VPC',
  vpcConfig: { subnets: ['subnet-0b1c2d3e'], securityGroups: ['sg-0a1b2c3d'] },
};
const TOKENS = {
  customJWTAuthorizer: {
    discoveryUrl: 'https://id.example.com/.well-known/openid-configuration',
    allowedAudience: ['agents'],
  },
};
const ANY_TOKEN = {
  customJWTAuthorizer: { discoveryUrl: 'http://id.example.com/.well-known/openid-configuration' },
};

const list = (collection: string, key: string): Handler =>
  lists(`agentcore/${collection}`, key, { token: NEXT });
const ofGateway = ({ gatewayId }: JsonObject, { gatewayIdentifier }: JsonObject) =>
  gatewayId === gatewayIdentifier;

const runtime = (agentRuntimeName: string, id: string, more: JsonObject): JsonObject => ({
  agentRuntimeName,
  agentRuntimeId: `${agentRuntimeName}-${id}`,
  agentRuntimeArn: core(`runtime/${agentRuntimeName}-${id}`),
  agentRuntimeVersion: '3',
  description: agentRuntimeName,
  roleArn: ROLE,
  status: 'READY',
  createdAt: THEN,
  lastUpdatedAt: THEN,
  lifecycleConfiguration: { idleRuntimeSessionTimeout: 900, maxLifetime: 28_800 },
  tags,
  ...more,
});

const gateway = (name: string, id: string, more: JsonObject): JsonObject => ({
  name,
  gatewayId: `${name}-${id}`,
  gatewayArn: core(`gateway/${name}-${id}`),
  gatewayUrl: `https://${name}-${id}.gateway.bedrock-agentcore.eu-west-1.amazonaws.com/mcp`,
  status: 'READY',
  protocolType: 'MCP',
  roleArn: ROLE,
  ...TIMES,
  tags,
  ...more,
});

const target = (name: string, targetId: string, gatewayId: string, more: JsonObject): JsonObject => ({
  name,
  targetId,
  gatewayId,
  gatewayArn: core(`gateway/${gatewayId}`),
  status: 'READY',
  ...TIMES,
  ...more,
});

const memory = (name: string, id: string, more: JsonObject): JsonObject => ({
  name,
  id: `${name}-${id}`,
  arn: core(`memory/${name}-${id}`),
  status: 'ACTIVE',
  ...TIMES,
  tags,
  ...more,
});

const browser = (name: string, id: string, more: JsonObject): JsonObject => ({
  name,
  browserId: `${name}-${id}`,
  browserArn: core(`browser-custom/${name}-${id}`),
  status: 'READY',
  createdAt: THEN,
  lastUpdatedAt: THEN,
  ...more,
});

const interpreter = (name: string, id: string, networkConfiguration: JsonObject): JsonObject => ({
  name,
  codeInterpreterId: `${name}-${id}`,
  codeInterpreterArn: core(`code-interpreter-custom/${name}-${id}`),
  status: 'READY',
  createdAt: THEN,
  lastUpdatedAt: THEN,
  networkConfiguration,
});

const profile = (name: string, id: string): JsonObject => ({
  name,
  profileId: `${name}-${id}`,
  profileArn: core(`browser-profile/${name}-${id}`),
  status: 'READY',
  createdAt: THEN,
  lastUpdatedAt: THEN,
  lastSavedBrowserId: 'research-Ab12Cd34Ef',
});

const evaluation = (name: string, id: string, executionStatus: string): JsonObject => ({
  onlineEvaluationConfigArn: core(`online-evaluation-config/${name}-${id}`),
  onlineEvaluationConfigId: `${name}-${id}`,
  onlineEvaluationConfigName: name,
  status: 'ACTIVE',
  executionStatus,
  ...TIMES,
});

const engine = (name: string, id: string, more: JsonObject): JsonObject => ({
  name,
  policyEngineId: `${name}-${id}`,
  policyEngineArn: core(`policy-engine/${name}-${id}`),
  status: 'ACTIVE',
  statusReasons: [],
  ...TIMES,
  ...more,
});

const policy = (name: string, policyEngineId: string, enforcementMode: string): JsonObject => ({
  name,
  policyId: `${name}-0123456789`,
  policyArn: core(`policy-engine/${policyEngineId}/policy/${name}-0123456789`),
  policyEngineId,
  status: 'ACTIVE',
  enforcementMode,
  ...TIMES,
});

const identity = (name: string, urls: string[]): JsonObject => ({
  name,
  workloadIdentityArn: core(`workload-identity-directory/default/workload-identity/${name}`),
  allowedResourceOauth2ReturnUrls: urls,
  createdTime: THEN,
  lastUpdatedTime: THEN,
});

const provider = (kind: string, name: string, more: JsonObject = {}): JsonObject => ({
  name,
  credentialProviderArn: core(`token-vault/default/${kind}/${name}`),
  createdTime: THEN,
  lastUpdatedTime: THEN,
  ...more,
});

const registry = (name: string, registryId: string, more: JsonObject): JsonObject => ({
  name,
  registryId,
  registryArn: core(`registry/${registryId}`),
  status: 'READY',
  ...TIMES,
  ...more,
});

const record = (name: string, recordId: string, registryId: string, status: string): JsonObject => ({
  name,
  recordId,
  registryId,
  registryArn: core(`registry/${registryId}`),
  recordArn: core(`registry/${registryId}/record/${recordId}`),
  descriptorType: 'MCP',
  recordVersion: '1',
  status,
  ...TIMES,
});

const open = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'bedrock-agentcore:InvokeAgentRuntime', Resource: '*' },
  ],
});

const service: EstateService = {
  prefix: 'bedrock-agentcore-control',
  signingName: 'bedrock-agentcore',
  protocol: 'rest-json',
  client,
  handlers: {
    ListAgentRuntimes: list('runtimes', 'agentRuntimes'),
    GetAgentRuntime: gets('agentcore/runtimes', { agentRuntimeId: 'agentRuntimeId' }),
    GetResourcePolicy: gets('agentcore/resource-policies', { resourceArn: 'resourceArn' }),
    ListGateways: list('gateways', 'items'),
    GetGateway: gets('agentcore/gateways', { gatewayIdentifier: 'gatewayId' }),
    ListGatewayTargets: lists('agentcore/targets', 'items', { token: NEXT, where: ofGateway }),
    GetGatewayTarget: gets('agentcore/targets', { gatewayIdentifier: 'gatewayId', targetId: 'targetId' }),
    ListMemories: list('memories', 'memories'),
    GetMemory: gets('agentcore/memories', { memoryId: 'id' }, { under: 'memory' }),
    ListBrowsers: list('browsers', 'browserSummaries'),
    GetBrowser: gets('agentcore/browsers', { browserId: 'browserId' }),
    ListBrowserProfiles: list('browser-profiles', 'profileSummaries'),
    ListCodeInterpreters: list('code-interpreters', 'codeInterpreterSummaries'),
    GetCodeInterpreter: gets('agentcore/code-interpreters', { codeInterpreterId: 'codeInterpreterId' }),
    ListOnlineEvaluationConfigs: list('online-evaluations', 'onlineEvaluationConfigs'),
    ListPolicyEngines: list('policy-engines', 'policyEngines'),
    GetPolicyEngine: gets('agentcore/policy-engines', { policyEngineId: 'policyEngineId' }),
    ListPolicySummaries: lists('agentcore/policies', 'policies', {
      token: NEXT,
      where: (element, input) => element['policyEngineId'] === input['policyEngineId'],
    }),
    ListWorkloadIdentities: list('workload-identities', 'workloadIdentities'),
    GetWorkloadIdentity: gets('agentcore/workload-identities', { name: 'name' }),
    ListApiKeyCredentialProviders: list('api-key-providers', 'credentialProviders'),
    ListOauth2CredentialProviders: list('oauth2-providers', 'credentialProviders'),
    GetTokenVault: gets('agentcore/token-vaults', { tokenVaultId: 'tokenVaultId' }),
    ListRegistries: list('registries', 'registries'),
    GetRegistry: gets('agentcore/registries', { registryId: 'registryId' }),
    ListRegistryRecords: lists('agentcore/registry-records', 'registryRecords', {
      token: NEXT,
      where: (element, input) => element['registryId'] === input['registryId'],
    }),
  },
  sample: {
    'agentcore/runtimes': [
      runtime('support', 'Ab12Cd34Ef', {
        networkConfiguration: {
          networkMode: 'VPC',
          networkModeConfig: { subnets: ['subnet-0b1c2d3e'], securityGroups: ['sg-0a1b2c3d'] },
        },
        agentRuntimeArtifact: {
          containerConfiguration: {
            containerUri: '444455556666.dkr.ecr.eu-west-1.amazonaws.com/agents:1',
          },
        },
        protocolConfiguration: { serverProtocol: 'HTTP' },
        environmentVariables: { LOG_LEVEL: 'info' },
        authorizerConfiguration: TOKENS,
        metadataConfiguration: { requireMMDSV2: true },
      }),
      runtime('billing', 'Gh56Ij78Kl', {
        networkConfiguration: { networkMode: 'PUBLIC' },
        agentRuntimeArtifact: {
          codeConfiguration: {
            code: { s3: { bucket: 'sample-models', prefix: 'agents/billing.zip' } },
            runtime: 'PYTHON_3_13',
            entryPoint: ['main.py'],
          },
        },
        protocolConfiguration: { serverProtocol: 'MCP' },
        environmentVariables: { DB_PASSWORD: 'swordfish-billing' },
        authorizerConfiguration: ANY_TOKEN,
        requestHeaderConfiguration: { requestHeaderAllowlist: ['Authorization'] },
        metadataConfiguration: { requireMMDSV2: false },
      }),
      runtime('research', 'Mn90Op12Qr', {
        networkConfiguration: { networkMode: 'PUBLIC' },
        agentRuntimeArtifact: {
          containerConfiguration: { containerUri: 'public.ecr.aws/example/research:latest' },
        },
      }),
    ],
    'agentcore/resource-policies': [
      { resourceArn: core('runtime/research-Mn90Op12Qr'), policy: open },
      { resourceArn: core('gateway/bare-mn90op12qr'), policy: open },
      { resourceArn: core('memory/research-Mn90Op12Qr'), policy: open },
    ],
    'agentcore/gateways': [
      gateway('tools', 'ab12cd34ef', {
        authorizerType: 'CUSTOM_JWT',
        authorizerConfiguration: TOKENS,
        kmsKeyArn: KEY,
        webAclArn: arn('wafv2', 'regional/webacl/tools/5f0e'),
        wafConfiguration: { failureMode: 'FAIL_CLOSE' },
        policyEngineConfiguration: { arn: core('policy-engine/tools-Ab12Cd34Ef'), mode: 'ENFORCE' },
        protocolConfiguration: {
          mcp: {
            instructions: 'The swordfish is in the second drawer.',
            searchType: 'SEMANTIC',
            sessionConfiguration: { sessionTimeoutInSeconds: 1800 },
          },
        },
        interceptorConfigurations: [
          {
            interceptor: { lambda: { arn: arn('lambda', 'function:mask') } },
            interceptionPoints: ['REQUEST'],
            inputConfiguration: { passRequestHeaders: false },
          },
        ],
      }),
      gateway('trial', 'gh56ij78kl', {
        authorizerType: 'AUTHENTICATE_ONLY',
        authorizerConfiguration: ANY_TOKEN,
        policyEngineConfiguration: { arn: core('policy-engine/trial-Gh56Ij78Kl'), mode: 'LOG_ONLY' },
        protocolConfiguration: { mcp: { sessionConfiguration: { sessionTimeoutInSeconds: 28_800 } } },
        wafConfiguration: { failureMode: 'FAIL_OPEN' },
        webAclArn: arn('wafv2', 'regional/webacl/trial/6a1f'),
        exceptionLevel: 'DEBUG',
        interceptorConfigurations: [
          {
            interceptor: { lambda: { arn: arn('lambda', 'function:log') } },
            interceptionPoints: ['REQUEST'],
            inputConfiguration: { passRequestHeaders: true },
          },
        ],
      }),
      gateway('bare', 'mn90op12qr', { authorizerType: 'NONE' }),
    ],
    'agentcore/targets': [
      target('orders', 'T000000001', 'tools-ab12cd34ef', {
        targetConfiguration: {
          mcp: {
            lambda: {
              lambdaArn: arn('lambda', 'function:orders'),
              toolSchema: {
                inlinePayload: [
                  { name: 'order', description: 'Ask for swordfish.', inputSchema: { type: 'object' } },
                ],
              },
            },
          },
        },
        credentialProviderConfigurations: [{ credentialProviderType: 'GATEWAY_IAM_ROLE' }],
      }),
      target('weather', 'T000000002', 'trial-gh56ij78kl', {
        targetConfiguration: {
          mcp: { mcpServer: { endpoint: 'http://mcp.example.net/weather', listingMode: 'DYNAMIC' } },
        },
        credentialProviderConfigurations: [
          {
            credentialProviderType: 'API_KEY',
            credentialProvider: {
              apiKeyCredentialProvider: {
                providerArn: core('token-vault/default/apikeycredentialprovider/weather'),
              },
            },
          },
        ],
        metadataConfiguration: { allowedRequestHeaders: ['Authorization'] },
      }),
      target('catalogue', 'T000000003', 'tools-ab12cd34ef', {
        targetConfiguration: { mcp: { openApiSchema: { s3: { uri: 's3://sample-models/schema.json' } } } },
        credentialProviderConfigurations: [
          {
            credentialProviderType: 'OAUTH',
            credentialProvider: {
              oauthCredentialProvider: {
                providerArn: core('token-vault/default/oauth2credentialprovider/github'),
                scopes: ['read'],
                customParameters: { secret: 'swordfish-oauth' },
              },
            },
          },
        ],
      }),
      target('models', 'T000000004', 'tools-ab12cd34ef', {
        targetConfiguration: {
          inference: {
            provider: {
              endpoint: 'https://models.example.com/v1',
              operations: [{ path: '/chat/completions', models: [{ model: 'claude-sonnet-4' }] }],
            },
          },
        },
        credentialProviderConfigurations: [{ credentialProviderType: 'JWT_PASSTHROUGH' }],
      }),
    ],
    'agentcore/memories': [
      memory('support', 'Ab12Cd34Ef', {
        eventExpiryDuration: 30,
        encryptionKeyArn: KEY,
        memoryExecutionRoleArn: ROLE,
        strategies: [
          {
            strategyId: 's-1',
            name: 'facts',
            type: 'SEMANTIC',
            status: 'ACTIVE',
            namespaces: ['/facts'],
            configuration: {
              type: 'SEMANTIC_OVERRIDE',
              extraction: {
                customExtractionConfiguration: {
                  semanticExtractionOverride: {
                    appendToPrompt: 'Remember the swordfish.',
                    modelId: 'anthropic.claude-sonnet-4',
                  },
                },
              },
            },
          },
        ],
      }),
      memory('billing', 'Gh56Ij78Kl', { eventExpiryDuration: 365 }),
      memory('research', 'Mn90Op12Qr', { eventExpiryDuration: 3650 }),
    ],
    'agentcore/browsers': [
      browser('research', 'Ab12Cd34Ef', {
        networkConfiguration: VPC,
        executionRoleArn: ROLE,
        recording: { enabled: true, s3Location: { bucket: 'sample-captured', prefix: 'browser/' } },
      }),
      browser('shopping', 'Gh56Ij78Kl', { networkConfiguration: { networkMode: 'PUBLIC' } }),
      browser('forms', 'Mn90Op12Qr', {
        networkConfiguration: { networkMode: 'PUBLIC' },
        recording: { enabled: false },
      }),
    ],
    'agentcore/browser-profiles': [
      profile('research', 'Ab12Cd34Ef'),
      profile('shopping', 'Gh56Ij78Kl'),
      profile('forms', 'Mn90Op12Qr'),
    ],
    'agentcore/code-interpreters': [
      interpreter('analysis', 'Ab12Cd34Ef', VPC),
      interpreter('sandbox', 'Gh56Ij78Kl', { networkMode: 'SANDBOX' }),
      interpreter('open', 'Mn90Op12Qr', { networkMode: 'PUBLIC' }),
    ],
    'agentcore/online-evaluations': [
      evaluation('support', 'Ab12Cd34Ef', 'ENABLED'),
      evaluation('billing', 'Gh56Ij78Kl', 'ENABLED'),
      evaluation('research', 'Mn90Op12Qr', 'DISABLED'),
    ],
    'agentcore/policy-engines': [
      engine('tools', 'Ab12Cd34Ef', { encryptionKeyArn: KEY }),
      engine('trial', 'Gh56Ij78Kl', {}),
      engine('spare', 'Mn90Op12Qr', {}),
    ],
    'agentcore/policies': [
      policy('orders', 'tools-Ab12Cd34Ef', 'ACTIVE'),
      policy('refunds', 'tools-Ab12Cd34Ef', 'ACTIVE'),
      policy('trips', 'tools-Ab12Cd34Ef', 'ACTIVE'),
      policy('weather', 'trial-Gh56Ij78Kl', 'LOG_ONLY'),
    ],
    'agentcore/workload-identities': [
      identity('support', ['https://app.example.com/callback']),
      identity('billing', ['http://app.example.com/callback']),
      identity('research', []),
    ],
    'agentcore/api-key-providers': [
      provider('apikeycredentialprovider', 'weather'),
      provider('apikeycredentialprovider', 'maps'),
      provider('apikeycredentialprovider', 'search'),
    ],
    'agentcore/oauth2-providers': [
      provider('oauth2credentialprovider', 'github', { credentialProviderVendor: 'GithubOauth2' }),
      provider('oauth2credentialprovider', 'slack', { credentialProviderVendor: 'SlackOauth2' }),
      provider('oauth2credentialprovider', 'internal', { credentialProviderVendor: 'CustomOauth2' }),
    ],
    'agentcore/token-vaults': [
      {
        tokenVaultId: 'default',
        kmsConfiguration: { keyType: 'ServiceManagedKey' },
        lastModifiedDate: THEN,
      },
    ],
    'agentcore/registries': [
      registry('agents', 'Ab12Cd34Ef56', {
        authorizerType: 'AWS_IAM',
        approvalConfiguration: { autoApproval: false },
      }),
      registry('tools', 'Gh56Ij78Kl90', {
        authorizerType: 'CUSTOM_JWT',
        authorizerConfiguration: ANY_TOKEN,
        approvalConfiguration: { autoApproval: true },
      }),
      registry('skills', 'Mn90Op12Qr34', { authorizerType: 'AWS_IAM' }),
    ],
    'agentcore/registry-records': [
      record('orders', 'R00000000001', 'Ab12Cd34Ef56', 'APPROVED'),
      record('refunds', 'R00000000002', 'Ab12Cd34Ef56', 'PENDING_APPROVAL'),
      record('weather', 'R00000000003', 'Gh56Ij78Kl90', 'DRAFT'),
      record('trips', 'R00000000004', 'Ab12Cd34Ef56', 'DEPRECATED'),
    ],
  },
};

export default service;
