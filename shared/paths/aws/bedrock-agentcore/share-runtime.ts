import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(agentRuntime, {
  title: 'Only who answers for a runtime can open it to other accounts',
  gains: 'the agent for any account that one names',
  by: 'principal',
  needs: [permission('bedrock-agentcore:PutResourcePolicy')],
  holds: 'use',
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-24'],
  why: 'A policy on the runtime lets another account invoke the agent, and stays when the access of whoever wrote it ends.',
  fix: narrowed(
    'Allow bedrock-agentcore:PutResourcePolicy to the role that deploys agents alone, or deny it by a service control policy.',
    'bedrock-agentcore:PutResourcePolicy',
    'arn:aws:bedrock-agentcore:…:…:runtime/…',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock AgentCore: PutResourcePolicy on runtime',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
});
