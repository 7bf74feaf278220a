import { memory } from '#shared/assets/aws/bedrock-agentcore.ts';
import { oneOf, permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(memory, {
  title: 'Only its agents can write to an agent’s memory',
  gains: 'instructions that later sessions of the agent remember as their own',
  by: 'principal',
  needs: [
    oneOf(
      permission('bedrock-agentcore:BatchCreateMemoryRecords'),
      permission('bedrock-agentcore:BatchUpdateMemoryRecords'),
      permission('bedrock-agentcore:CreateEvent'),
    ),
  ],
  holds: 'change',
  meant: relatedResources('assumes'),
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-22'],
  why: 'What is in memory is believed in every later session, of other users too where they share a namespace.',
  fix: narrowed(
    'Allow the writing actions on the memory to the role of its agent alone.',
    ['bedrock-agentcore:CreateEvent', 'bedrock-agentcore:Batch*MemoryRecords'],
    'arn:aws:bedrock-agentcore:…:…:memory/…',
  ),
  source:
    'Service Authorization Reference, Amazon Bedrock AgentCore: BatchCreateMemoryRecords, BatchUpdateMemoryRecords, CreateEvent',
  frameworks: { 'mitre-atlas': ['AML.T0080.000'], 'owasp-agentic-2026': ['ASI06'] },
});
