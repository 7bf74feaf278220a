import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { lacksFilter } from './effect.ts';

export default check(guardrail, {
  title: 'Bedrock guardrails block prompt attacks at high strength',
  severity: 'high',
  fails: lacksFilter('PROMPT_ATTACK', 'input', 'HIGH'),
  why: 'A filter that is missing, weak, switched off or only takes notes lets jailbreaks and injected instructions through to the model.',
  fix: {
    console:
      'Edit the guardrail: under “Content filters”, “Prompt attacks”, choose “Block” and the highest strength; create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --content-policy-config \'{"filtersConfig":[{"type":"PROMPT_ATTACK","inputStrength":"HIGH","outputStrength":"NONE","inputAction":"BLOCK","inputEnabled":true}]}\' …',
    cloudformation: {
      ContentPolicyConfig: {
        FiltersConfig: [
          {
            Type: 'PROMPT_ATTACK',
            InputStrength: 'HIGH',
            OutputStrength: 'NONE',
            InputAction: 'BLOCK',
            InputEnabled: true,
          },
        ],
      },
    },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0051', 'AML.T0054'], 'owasp-llm-2026': ['LLM01:2026'] },
  peers: {
    union: ['aws.bedrock.guardrail-prompt-attack'],
    prowler: ['bedrock_guardrail_prompt_attack_filter_enabled'],
    'aws-samples': ['FS-51', 'BR-34'],
  },
  examples: {
    pass: [
      {
        contentPolicy: {
          filters: [
            {
              type: 'PROMPT_ATTACK',
              inputStrength: 'HIGH',
              outputStrength: 'NONE',
              inputAction: 'BLOCK',
              inputEnabled: true,
            },
          ],
        },
      },
      {
        contentPolicy: {
          filters: [{ type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE' }],
        },
      },
    ],
    fail: [
      {},
      {
        contentPolicy: {
          filters: [{ type: 'PROMPT_ATTACK', inputStrength: 'MEDIUM', outputStrength: 'NONE' }],
        },
      },
      {
        contentPolicy: {
          filters: [
            { type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE', inputAction: 'NONE' },
          ],
        },
      },
      {
        contentPolicy: {
          filters: [
            { type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE', inputEnabled: false },
          ],
        },
      },
    ],
    unknown: [
      {
        contentPolicy: {
          filters: [{ type: 'PROMPT_ATTACK', inputStrength: 'EXTREME', outputStrength: 'NONE' }],
        },
      },
    ],
  },
});
