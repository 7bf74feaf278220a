import { prompt } from '#shared/assets/aws/bedrock-agent.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';

export default check(prompt, {
  title: 'Bedrock prompts use models that the organisation allows',
  severity: 'medium',
  applies: some('variants', field('modelId').isPresent(), {
    absentIsEmpty: 'the connector reads none where there are none',
  }),
  fails: some(
    'variants',
    all(field('modelId').isPresent(), not(field('modelId').fitsOneOf(parameter('allowedModels')))),
    { absentIsEmpty: 'the connector reads none where there are none' },
  ),
  why: 'Nobody has looked at where that model comes from, what it was tested for, and what its provider keeps.',
  fix: {
    console: 'In the Bedrock console, choose a model from the list that the organisation allows.',
    cli: 'aws bedrock-agent update-prompt --prompt-identifier … --variants file://variants.json …',
    cloudformation: { Variants: [{ ModelId: '…' }] },
  },
  source: 'GetPrompt response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'mitre-atlas': ['AML.T0010'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['aws.bedrock.agent-unapproved-model'] },
  examples: {
    pass: [
      {
        $config: { variants: [{ name: 'a', modelId: 'amazon.nova-lite-v1:0' }] },
        $governance: { allowedModels: ['amazon.*'] },
      },
    ],
    fail: [
      {
        $config: { variants: [{ name: 'a', modelId: 'meta.llama3-8b-instruct-v1:0' }] },
        $governance: { allowedModels: ['amazon.*'] },
      },
    ],
    notApplicable: [{ variants: [{ name: 'a', modelId: 'amazon.nova-lite-v1:0' }] }],
  },
});
