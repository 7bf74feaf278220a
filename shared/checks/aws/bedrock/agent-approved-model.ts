import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { any, field, not, some } from '#shared/model/predicate.ts';

export default check(agent, {
  title: 'Bedrock agents use models that the organisation allows',
  severity: 'medium',
  applies: field('foundationModel').isPresent(),
  fails: any(
    not(field('foundationModel').fitsOneOf(parameter('allowedModels'))),
    some('agentVersions', not(field('foundationModel').fitsOneOf(parameter('allowedModels'))), {
      absentIsEmpty: 'the connector reads none where there are none',
    }),
  ),
  why: 'Nobody has looked at where that model comes from, what it was tested for, and what its provider keeps.',
  fix: {
    console: 'In the Bedrock console, choose a model from the list that the organisation allows.',
    cli: 'aws bedrock-agent update-agent --agent-id … --foundation-model … …',
    cloudformation: { FoundationModel: '…' },
  },
  source: 'GetAgent and GetAgentVersion responses, @aws-sdk/client-bedrock-agent',
  frameworks: { 'mitre-atlas': ['AML.T0010'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['aws.bedrock.agent-unapproved-model'] },
  examples: {
    pass: [
      {
        $config: { foundationModel: 'amazon.nova-lite-v1:0', agentVersions: [] },
        $governance: { allowedModels: ['amazon.*'] },
      },
    ],
    fail: [
      {
        $config: { foundationModel: 'meta.llama3-8b-instruct-v1:0', agentVersions: [] },
        $governance: { allowedModels: ['amazon.*'] },
      },
    ],
    notApplicable: [{ foundationModel: 'amazon.nova-lite-v1:0', agentVersions: [] }],
  },
});
