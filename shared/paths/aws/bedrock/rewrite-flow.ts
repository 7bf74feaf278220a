import { flow } from '#shared/assets/aws/bedrock-agent.ts';
import { permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(flow, {
  title: 'Only who deploys a flow can change its steps',
  gains: 'other prompts, functions and agents in the flow',
  by: 'principal',
  needs: [permission('bedrock:UpdateFlow'), permission('bedrock:PrepareFlow')],
  holds: 'change',
  meant: relatedResources('assumes'),
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-14'],
  why: 'A flow calls functions and agents with its role, in the order that its definition says.',
  fix: narrowed(
    'Allow bedrock:UpdateFlow and PrepareFlow to the role that deploys the flow alone.',
    ['bedrock:UpdateFlow', 'bedrock:PrepareFlow'],
    'arn:aws:bedrock:…:…:flow/…',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock: UpdateFlow, PrepareFlow',
  frameworks: { 'mitre-atlas': ['AML.T0018.003'], 'owasp-agentic-2026': ['ASI01'] },
});
