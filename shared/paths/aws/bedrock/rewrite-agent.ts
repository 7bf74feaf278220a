import { agent } from '#shared/assets/aws/bedrock.ts';
import { oneOf, permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(agent, {
  title: 'Only who deploys an agent can change its instructions and tools',
  gains: 'other instructions, tools or collaborators for the agent',
  by: 'principal',
  needs: [
    oneOf(
      permission('bedrock:UpdateAgent'),
      permission('bedrock:CreateAgentActionGroup'),
      permission('bedrock:UpdateAgentActionGroup'),
      permission('bedrock:AssociateAgentCollaborator'),
    ),
    permission('bedrock:PrepareAgent'),
  ],
  holds: 'change',
  meant: relatedResources('assumes'),
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-14'],
  why: 'The agent answers its users and uses its tools by what it is told. No code has to change for it to work for somebody else.',
  fix: narrowed(
    'Allow the Bedrock actions that change agents to the role that deploys them alone.',
    ['bedrock:UpdateAgent', 'bedrock:*AgentActionGroup', 'bedrock:PrepareAgent'],
    'arn:aws:bedrock:…:…:agent/…',
  ),
  source:
    'Service Authorization Reference, Amazon Bedrock: UpdateAgent, CreateAgentActionGroup, PrepareAgent',
  frameworks: { 'mitre-atlas': ['AML.T0018.003'], 'owasp-agentic-2026': ['ASI01'] },
});
