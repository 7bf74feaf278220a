import type { PolicyEngine } from '@aws-sdk/client-bedrock-agentcore-control';
import { policyEngine } from '#shared/assets/aws/bedrock-agentcore.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { agentCoreArn } from './arns.ts';

/** With the names and modes of its policies, and not with what they say. */
export default awsConnector<PolicyEngine>(policyEngine, {
  rare: true,
  operations: {
    list: awsOperations('bedrock-agentcore-control:ListPolicyEngines'),
    parts: { policies: awsOperation('bedrock-agentcore-control:ListPolicySummaries') },
    find: awsOperations('bedrock-agentcore-control:GetPolicyEngine'),
  },
  events: [
    'CreatePolicyEngine',
    'UpdatePolicyEngine',
    'DeletePolicyEngine',
    'CreatePolicy',
    'UpdatePolicy',
    'DeletePolicy',
  ],
  list: ({ bedrockAgentCore }) =>
    bedrockAgentCore.list('ListPolicyEngines', { maxResults: 100 }, 'policyEngines'),
  identify: ({ policyEngineArn = '', name = '' }) => ({ id: policyEngineArn, name }),
  read: async ({ bedrockAgentCore }, summary) => ({
    ...summary,
    policies: await bedrockAgentCore.partList(
      'ListPolicySummaries',
      { policyEngineId: summary.policyEngineId, maxResults: 100 },
      'policies',
    ),
  }),
  find: ({ bedrockAgentCore }, id) => bedrockAgentCore('GetPolicyEngine', { policyEngineId: nameInArn(id) }),
  affected: (event, { scope }) =>
    answered(event, 'policyEngineArn') ??
    agentCoreArn(scope, 'policy-engine', asked(event, 'policyEngineId')),
  relations: ({ encryptionKeyArn }, { scope }) => [
    relation('encrypted-by', kmsKeyArn(scope, encryptionKeyArn)),
  ],
});
