import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';

export default check(agent, {
  title: 'Bedrock agents use no model that is on its way out',
  severity: 'medium',
  applies: not(field('foundationModels').isEmpty()),
  fails: some('foundationModels', field('modelLifecycle.status').is('LEGACY')),
  why: 'A legacy model is not improved any more, and one day calls to it fail, with everything that is built on it.',
  fix: {
    console: 'In the Bedrock console, choose a current model in its place, and test what depends on it.',
    cli: 'aws bedrock list-foundation-models --query "modelSummaries[?modelLifecycle.status==\'ACTIVE\'].modelId"',
    cloudformation: { FoundationModel: '…' },
  },
  source:
    'GetAgent response, @aws-sdk/client-bedrock-agent; ListFoundationModels response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0010'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['aws.bedrock.agent-uses-legacy-model'] },
  examples: {
    pass: [{ foundationModels: [{ modelId: 'a', modelLifecycle: { status: 'ACTIVE' } }] }],
    fail: [{ foundationModels: [{ modelId: 'a', modelLifecycle: { status: 'LEGACY' } }] }],
    unknown: [{ foundationModels: [{ modelId: 'a' }] }],
    notApplicable: [{ foundationModels: [] }],
  },
});
