import { registryRecord } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(registryRecord, {
  title: 'Only who publishes a registry record can change it',
  gains: 'another address or description behind a name that agents look up',
  by: 'principal',
  needs: [permission('bedrock-agentcore:UpdateRegistryRecord')],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-EX-15'],
  why: 'Agents and their makers choose tools, servers and other agents by the record.',
  fix: narrowed(
    'Allow bedrock-agentcore:UpdateRegistryRecord to those who publish it alone, and switch automatic approval off in the registry.',
    'bedrock-agentcore:UpdateRegistryRecord',
    'arn:aws:bedrock-agentcore:…:…:registry/…/record/…',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock AgentCore: UpdateRegistryRecord',
  frameworks: { 'mitre-atlas': ['AML.T0010.005'], 'owasp-agentic-2026': ['ASI04'] },
});
