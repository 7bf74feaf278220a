import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, some } from '#shared/model/predicate.ts';
import { looksOn, UNCONFIGURED } from './effect.ts';

export default check(guardrail, {
  title: 'No content filter of a Bedrock guardrail only takes notes',
  severity: 'medium',
  fails: some(
    'contentPolicy.filters',
    any(
      all(field('inputStrength').isNot('NONE'), looksOn('input')),
      all(field('outputStrength').isNot('NONE'), looksOn('output')),
    ),
    { absentIsEmpty: UNCONFIGURED },
  ),
  why: 'The filter has a strength and looks like protection, and yet lets through what it finds: its action is NONE, or it is switched off.',
  fix: {
    console:
      'Edit the guardrail: choose “Block” instead of “Detect” for each filter, create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --content-policy-config file://filters.json …',
    cloudformation: {
      ContentPolicyConfig: {
        FiltersConfig: [
          {
            Type: 'HATE',
            InputStrength: 'HIGH',
            OutputStrength: 'HIGH',
            InputAction: 'BLOCK',
            OutputAction: 'BLOCK',
          },
        ],
      },
    },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'owasp-llm-2026': ['LLM01:2026'] },
  peers: { union: ['aws.bedrock.guardrail-filter-detect-only'] },
  examples: {
    pass: [
      {
        contentPolicy: {
          filters: [
            {
              type: 'HATE',
              inputStrength: 'HIGH',
              outputStrength: 'HIGH',
              inputAction: 'BLOCK',
              outputAction: 'BLOCK',
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
      {
        contentPolicy: {
          filters: [{ type: 'HATE', inputStrength: 'HIGH', outputStrength: 'HIGH', inputAction: 'NONE' }],
        },
      },
      {
        contentPolicy: {
          filters: [{ type: 'SEXUAL', inputStrength: 'HIGH', outputStrength: 'HIGH', outputEnabled: false }],
        },
      },
    ],
    unknown: [
      {
        contentPolicy: {
          filters: [{ type: 'HATE', inputStrength: 'HIGH', outputStrength: 'HIGH', inputAction: 'WARN' }],
        },
      },
    ],
  },
});
