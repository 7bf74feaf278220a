import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { oneOf, permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(gateway, {
  title: 'Only who deploys a gateway can change the tools behind it',
  gains: 'a tool of one’s own behind the gateway, in place of one or beside them',
  by: 'principal',
  needs: [
    oneOf(
      permission('bedrock-agentcore:CreateGatewayTarget'),
      permission('bedrock-agentcore:UpdateGatewayTarget'),
      permission('bedrock-agentcore:SynchronizeGatewayTargets'),
    ),
  ],
  holds: 'change',
  meant: relatedResources('assumes'),
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-EX-15'],
  why: 'Agents find tools by what the gateway lists, send them what they know and believe what they answer.',
  fix: narrowed(
    'Allow the actions on gateway targets to the role that deploys the gateway alone.',
    ['bedrock-agentcore:CreateGatewayTarget', 'bedrock-agentcore:UpdateGatewayTarget'],
    'arn:aws:bedrock-agentcore:…:…:gateway/…',
  ),
  source:
    'Service Authorization Reference, Amazon Bedrock AgentCore: CreateGatewayTarget, UpdateGatewayTarget, SynchronizeGatewayTargets',
  frameworks: { 'mitre-atlas': ['AML.T0010.005'], 'owasp-agentic-2026': ['ASI02', 'ASI04'] },
});
