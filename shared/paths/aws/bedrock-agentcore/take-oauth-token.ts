import { oauth2CredentialProvider } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { workloadToken } from './workload-token.ts';

export default technique(oauth2CredentialProvider, {
  title: 'Only the agents that it was put there for can take tokens of an OAuth client',
  gains: 'a token for another service, of the agent or of a user who agreed to it',
  by: 'principal',
  needs: [workloadToken, permission('bedrock-agentcore:GetResourceOauth2Token')],
  holds: 'read',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-EX-16'],
  why: 'IAM counts GetResourceOauth2Token as reading: a policy on bedrock-agentcore:Get* that was meant for looking hands out tokens.',
  fix: narrowed(
    'Name the reading actions one by one in place of bedrock-agentcore:Get*, and allow GetResourceOauth2Token on its provider to the agent that uses it.',
    'bedrock-agentcore:GetResourceOauth2Token',
    'arn:aws:bedrock-agentcore:…:…:token-vault/default/oauth2credentialprovider/…',
  ),
  source:
    'Service Authorization Reference, Amazon Bedrock AgentCore: GetWorkloadAccessToken, GetResourceOauth2Token (access level Read)',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-agentic-2026': ['ASI03'] },
});
