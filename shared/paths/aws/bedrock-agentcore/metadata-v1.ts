import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { field } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(agentRuntime, {
  title: 'Who may call a runtime cannot talk it out of the credentials of its role',
  gains: 'the credentials of the role, by a request that the agent or a tool of it is tricked into',
  by: 'use',
  applies: field('metadataConfiguration.requireMMDSV2').is(false),
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-21'],
  why: 'Version 1 of the metadata service answers a plain GET: an agent that fetches addresses can be sent to it.',
  fix: {
    console: 'There is no switch in the console: update the runtime with version 2 required.',
    cli: 'aws bedrock-agentcore-control update-agent-runtime --agent-runtime-id … --metadata-configuration requireMMDSV2=true …',
    cloudformation: { MetadataConfiguration: { RequireMMDSV2: true } },
  },
  source:
    'GetAgentRuntimeResponse.metadataConfiguration.requireMMDSV2, @aws-sdk/client-bedrock-agentcore-control; Unit 42, Cracks in the Bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-agentic-2026': ['ASI03', 'ASI05'] },
});
