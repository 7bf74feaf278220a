import { apiKeyCredentialProvider } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { workloadToken } from './workload-token.ts';

export default technique(apiKeyCredentialProvider, {
  title: 'Only the agents that it was put there for can take an API key from the vault',
  gains: 'the API key of another service, in clear text',
  by: 'principal',
  needs: [workloadToken, permission('bedrock-agentcore:GetResourceApiKey')],
  holds: 'read',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-EX-16'],
  why: 'IAM counts GetResourceApiKey as reading: a policy on bedrock-agentcore:Get* that was meant for looking hands out keys.',
  fix: narrowed(
    'Name the reading actions one by one in place of bedrock-agentcore:Get*, and allow GetResourceApiKey on its provider to the agent that uses it.',
    'bedrock-agentcore:GetResourceApiKey',
    'arn:aws:bedrock-agentcore:…:…:token-vault/default/apikeycredentialprovider/…',
  ),
  source:
    'Service Authorization Reference, Amazon Bedrock AgentCore: GetWorkloadAccessToken, GetResourceApiKey (access level Read)',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-agentic-2026': ['ASI03'] },
});
