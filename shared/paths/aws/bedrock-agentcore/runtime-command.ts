import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { oneOf, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(agentRuntime, {
  title: 'Only who has what its role has can run commands in an AgentCore runtime',
  gains: 'a command or a shell in the runtime, as its role',
  by: 'principal',
  needs: [
    oneOf(
      permission('bedrock-agentcore:InvokeAgentRuntimeCommand'),
      permission('bedrock-agentcore:InvokeAgentRuntimeCommandShell'),
    ),
  ],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-EX-12'],
  why: 'The two actions read like invoking the agent and are named by the same wildcard, bedrock-agentcore:InvokeAgentRuntime*, but run commands in its container.',
  fix: narrowed(
    'Allow bedrock-agentcore:InvokeAgentRuntime by its full name in place of InvokeAgentRuntime*, and the command actions to nobody.',
    'bedrock-agentcore:InvokeAgentRuntime',
    'arn:aws:bedrock-agentcore:…:…:runtime/…',
  ),
  source:
    'Service Authorization Reference, Amazon Bedrock AgentCore: InvokeAgentRuntimeCommand, InvokeAgentRuntimeCommandShell',
  frameworks: { 'mitre-atlas': ['AML.T0050'], 'owasp-agentic-2026': ['ASI03', 'ASI05'] },
});
