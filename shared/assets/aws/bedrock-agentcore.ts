import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags, TAGS } from './tags.ts';

const PACKAGE = '@aws-sdk/client-bedrock-agentcore-control';
const LOGS = '@aws-sdk/client-cloudwatch-logs';

const tags = listedTags('Tags');
const tagsPart = { Tags: TAGS };
const text = z.string().optional();
const texts = z.array(z.string()).optional();

/** Who may call in with a token, and of which issuer. */
export const inboundTokens = z
  .looseObject({
    customJWTAuthorizer: z
      .looseObject({
        discoveryUrl: text,
        allowedAudience: texts,
        allowedClients: texts,
        allowedScopes: texts,
        customClaims: z.array(z.looseObject({ inboundTokenClaimName: text })).optional(),
      })
      .optional(),
  })
  .optional();

/** The resource policy, decoded by the connector. */
const policyPart = { Policy: 'GetResourcePolicyResponse.policy' };

const vpc = z.looseObject({ subnets: texts, securityGroups: texts }).optional();

export const agentRuntime = assetType('aws.bedrock-agentcore.runtime', {
  title: 'AgentCore runtime',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::Runtime',
  shape: {
    package: PACKAGE,
    type: 'GetAgentRuntimeResponse',
    parts: {
      ...tagsPart,
      ...policyPart,
      deliverySources: `${LOGS}#DeliverySource[]`,
      deliveries: `${LOGS}#Delivery[]`,
    },
  },
  tags,
  config: z.looseObject({
    roleArn: text,
    networkConfiguration: z
      .looseObject({ networkMode: z.enum(['PUBLIC', 'VPC']).optional(), networkModeConfig: vpc })
      .optional(),
    agentRuntimeArtifact: z
      .looseObject({ containerConfiguration: z.looseObject({ containerUri: text }).optional() })
      .optional(),
    protocolConfiguration: z
      .looseObject({ serverProtocol: z.enum(['A2A', 'AGUI', 'HTTP', 'MCP']).optional() })
      .optional(),
    /** Values are withheld by the connector: the key remains, with the kind of secret that the value looks like. */
    environmentVariables: z.record(z.string(), z.string()).optional(),
    authorizerConfiguration: inboundTokens,
    requestHeaderConfiguration: z.looseObject({ requestHeaderAllowlist: texts }).optional(),
    metadataConfiguration: z.looseObject({ requireMMDSV2: z.boolean().optional() }).optional(),
    Policy: policyDocument.optional(),
    deliverySources: z.array(z.looseObject({ name: text, logType: text })).optional(),
    deliveries: z.array(z.looseObject({ deliverySourceName: text })).optional(),
  }),
});

export const gateway = assetType('aws.bedrock-agentcore.gateway', {
  title: 'AgentCore gateway',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::Gateway',
  shape: { package: PACKAGE, type: 'GetGatewayResponse', parts: { ...tagsPart, ...policyPart } },
  tags,
  config: z.looseObject({
    authorizerType: z.enum(['AUTHENTICATE_ONLY', 'AWS_IAM', 'CUSTOM_JWT', 'NONE']).optional(),
    authorizerConfiguration: inboundTokens,
    policyEngineConfiguration: z
      .looseObject({ arn: text, mode: z.enum(['ENFORCE', 'LOG_ONLY']).optional() })
      .optional(),
    protocolType: z.enum(['MCP']).optional(),
    protocolConfiguration: z
      .looseObject({
        mcp: z
          .looseObject({
            sessionConfiguration: z
              .looseObject({ sessionTimeoutInSeconds: z.number().optional() })
              .optional(),
          })
          .optional(),
      })
      .optional(),
    interceptorConfigurations: z
      .array(
        z.looseObject({
          interceptor: z.looseObject({ lambda: z.looseObject({ arn: text }).optional() }).optional(),
          inputConfiguration: z.looseObject({ passRequestHeaders: z.boolean().optional() }).optional(),
        }),
      )
      .optional(),
    exceptionLevel: z.enum(['DEBUG']).optional(),
    kmsKeyArn: text,
    webAclArn: text,
    wafConfiguration: z
      .looseObject({ failureMode: z.enum(['FAIL_CLOSE', 'FAIL_OPEN']).optional() })
      .optional(),
    Policy: policyDocument.optional(),
  }),
});

export const gatewayTarget = assetType('aws.bedrock-agentcore.gateway-target', {
  title: 'AgentCore gateway target',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::GatewayTarget',
  shape: { package: PACKAGE, type: 'GetGatewayTargetResponse' },
  config: z.looseObject({
    targetConfiguration: z
      .looseObject({
        mcp: z
          .looseObject({
            mcpServer: z.looseObject({ endpoint: text }).optional(),
            lambda: z.looseObject({ lambdaArn: text }).optional(),
          })
          .optional(),
        http: z
          .looseObject({
            agentcoreRuntime: z.looseObject({ arn: text }).optional(),
            passthrough: z.looseObject({ endpoint: text }).optional(),
          })
          .optional(),
        inference: z
          .looseObject({
            provider: z
              .looseObject({
                endpoint: text,
                operations: z
                  .array(z.looseObject({ models: z.array(z.looseObject({ model: text })).optional() }))
                  .optional(),
              })
              .optional(),
          })
          .optional(),
      })
      .optional(),
    credentialProviderConfigurations: z
      .array(
        z.looseObject({
          credentialProviderType: z.enum([
            'API_KEY',
            'CALLER_IAM_CREDENTIALS',
            'GATEWAY_IAM_ROLE',
            'JWT_PASSTHROUGH',
            'OAUTH',
          ]),
        }),
      )
      .optional(),
    metadataConfiguration: z.looseObject({ allowedRequestHeaders: texts }).optional(),
  }),
});

export const memory = assetType('aws.bedrock-agentcore.memory', {
  title: 'AgentCore memory',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::Memory',
  shape: { package: PACKAGE, type: 'Memory', parts: { ...tagsPart, ...policyPart } },
  tags,
  config: z.looseObject({
    encryptionKeyArn: text,
    memoryExecutionRoleArn: text,
    eventExpiryDuration: z.number().optional(),
    Policy: policyDocument.optional(),
  }),
});

export const browser = assetType('aws.bedrock-agentcore.browser', {
  title: 'AgentCore browser',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::BrowserCustom',
  shape: { package: PACKAGE, type: 'GetBrowserResponse' },
  config: z.looseObject({
    executionRoleArn: text,
    networkConfiguration: z
      .looseObject({ networkMode: z.enum(['PUBLIC', 'VPC']).optional(), vpcConfig: vpc })
      .optional(),
    recording: z
      .looseObject({
        enabled: z.boolean().optional(),
        s3Location: z.looseObject({ bucket: text }).optional(),
      })
      .optional(),
  }),
});

export const browserProfile = assetType('aws.bedrock-agentcore.browser-profile', {
  title: 'AgentCore browser profile',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::BrowserProfile',
  shape: { package: PACKAGE, type: 'BrowserProfileSummary' },
  config: z.looseObject({
    status: z.enum(['DELETED', 'DELETING', 'READY', 'SAVING']).optional(),
    lastSavedBrowserId: text,
  }),
});

export const codeInterpreter = assetType('aws.bedrock-agentcore.code-interpreter', {
  title: 'AgentCore code interpreter',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
  shape: { package: PACKAGE, type: 'GetCodeInterpreterResponse' },
  config: z.looseObject({
    executionRoleArn: text,
    networkConfiguration: z
      .looseObject({ networkMode: z.enum(['PUBLIC', 'SANDBOX', 'VPC']).optional(), vpcConfig: vpc })
      .optional(),
  }),
});

export const onlineEvaluationConfig = assetType('aws.bedrock-agentcore.online-evaluation-config', {
  title: 'AgentCore online evaluation',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::OnlineEvaluationConfig',
  shape: { package: PACKAGE, type: 'OnlineEvaluationConfigSummary' },
  config: z.looseObject({
    status: z
      .enum(['ACTIVE', 'CREATE_FAILED', 'CREATING', 'DELETING', 'ERROR', 'UPDATE_FAILED', 'UPDATING'])
      .optional(),
    executionStatus: z.enum(['DISABLED', 'ENABLED']).optional(),
  }),
});

export const policyEngine = assetType('aws.bedrock-agentcore.policy-engine', {
  title: 'AgentCore policy engine',
  placement: 'region',
  nativeType: 'AWS::BedrockAgentCore::PolicyEngine',
  shape: { package: PACKAGE, type: 'PolicyEngine', parts: { policies: 'PolicySummary[]' } },
  config: z.looseObject({
    encryptionKeyArn: text,
    policies: z
      .array(
        z.looseObject({
          name: text,
          status: z
            .enum([
              'ACTIVE',
              'CREATE_FAILED',
              'CREATING',
              'DELETE_FAILED',
              'DELETING',
              'UPDATE_FAILED',
              'UPDATING',
            ])
            .optional(),
          enforcementMode: z.enum(['ACTIVE', 'LOG_ONLY']).optional(),
        }),
      )
      .optional(),
  }),
});
