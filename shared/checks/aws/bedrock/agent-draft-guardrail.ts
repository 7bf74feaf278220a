import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(agent, {
  title: 'Bedrock agents that nobody has published yet have a guardrail',
  severity: 'low',
  applies: field('agentVersions').isEmpty(),
  fails: field('guardrailConfiguration.guardrailIdentifier').isEmpty(),
  why: 'The draft is what will be published next, and what testers talk to now.',
  fix: {
    console: 'Associate a guardrail in the agent builder and prepare the agent.',
    cli: 'aws bedrock-agent update-agent --agent-id … --guardrail-configuration guardrailIdentifier=…,guardrailVersion=… …',
    cloudformation: { GuardrailConfiguration: { GuardrailIdentifier: '…', GuardrailVersion: '1' } },
  },
  source: 'GetAgent response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'owasp-llm-2026': ['LLM01:2026'] },
  peers: {
    union: ['aws.bedrock.agent-no-guardrail'],
    prowler: ['bedrock_agent_guardrail_enabled'],
    checkov: ['CKV_AWS_383'],
    'aws-samples': ['BR-28'],
  },
  examples: {
    pass: [
      { agentVersions: [], guardrailConfiguration: { guardrailIdentifier: 'gr1', guardrailVersion: '2' } },
    ],
    fail: [{ agentVersions: [] }],
    unknown: [{ agentVersions: [], guardrailConfiguration: 'gr1' }],
    notApplicable: [{ agentVersions: [{ version: '3' }] }],
  },
});
