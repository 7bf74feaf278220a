import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(gateway, {
  title: 'Only who answers for a gateway can open it to other accounts',
  gains: 'the tools behind the gateway for any account that one names',
  by: 'principal',
  needs: [permission('bedrock-agentcore:PutResourcePolicy')],
  holds: 'use',
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-24'],
  why: 'A policy on the gateway lets another account call the tools with the credentials that the gateway holds.',
  fix: narrowed(
    'Allow bedrock-agentcore:PutResourcePolicy to the role that deploys gateways alone, or deny it by a service control policy.',
    'bedrock-agentcore:PutResourcePolicy',
    'arn:aws:bedrock-agentcore:…:…:gateway/…',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock AgentCore: PutResourcePolicy on gateway',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
});
