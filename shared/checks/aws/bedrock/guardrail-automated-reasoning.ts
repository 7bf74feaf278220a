import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(guardrail, {
  title: 'Bedrock guardrails check answers against automated reasoning policies',
  severity: 'informational',
  byDefault: 'off',
  fails: field('automatedReasoningPolicy.policies').isEmpty(),
  why: 'Where an answer must follow written rules, only a policy that is proved against them tells a plausible answer from a right one.',
  fix: {
    console:
      'Edit the guardrail: under “Automated reasoning” add a policy, create a version of the guardrail and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --automated-reasoning-policy-config policies=… …',
    cloudformation: {
      AutomatedReasoningPolicyConfig: { Policies: ['arn:aws:bedrock:…:automated-reasoning-policy/…:1'] },
    },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'owasp-llm-2026': ['LLM07:2026'] },
  peers: { union: ['aws.bedrock.guardrail-no-automated-reasoning'], 'aws-samples': ['BR-24', 'FS-27'] },
  examples: {
    pass: [
      {
        automatedReasoningPolicy: {
          policies: ['arn:aws:bedrock:eu-west-1:111122223333:automated-reasoning-policy/a1:1'],
        },
      },
    ],
    fail: [{}, { automatedReasoningPolicy: { policies: [] } }],
    unknown: [{ automatedReasoningPolicy: { policies: 3 } }],
  },
});
