import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';

export default check(guardrail, {
  title: 'Content filters of Bedrock guardrails look at images too',
  severity: 'low',
  applies: not(field('contentPolicy.filters').isEmpty()),
  fails: some(
    'contentPolicy.filters',
    all(field('type').isNot('PROMPT_ATTACK'), not(field('inputModalities').includes('IMAGE'))),
  ),
  why: 'An image goes round a filter that looks at text alone: what may not be written can be shown, or written into the picture.',
  fix: {
    console:
      'Edit the guardrail: under “Content filters” choose “Image” beside “Text”, create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --content-policy-config file://filters.json …',
    cloudformation: {
      ContentPolicyConfig: {
        FiltersConfig: [
          { Type: 'HATE', InputStrength: 'HIGH', OutputStrength: 'HIGH', InputModalities: ['TEXT', 'IMAGE'] },
        ],
      },
    },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0068'], 'owasp-llm-2026': ['LLM01:2026'] },
  peers: { union: ['aws.bedrock.guardrail-image-filter-gap'], 'aws-samples': ['BR-35'] },
  examples: {
    pass: [
      {
        contentPolicy: {
          filters: [
            {
              type: 'HATE',
              inputStrength: 'HIGH',
              outputStrength: 'HIGH',
              inputModalities: ['TEXT', 'IMAGE'],
            },
          ],
        },
      },
    ],
    fail: [
      {
        contentPolicy: {
          filters: [
            { type: 'HATE', inputStrength: 'HIGH', outputStrength: 'HIGH', inputModalities: ['TEXT'] },
          ],
        },
      },
    ],
    unknown: [
      { contentPolicy: { filters: [{ type: 'HATE', inputStrength: 'HIGH', outputStrength: 'HIGH' }] } },
      {
        contentPolicy: {
          filters: [
            { type: 'HATE', inputStrength: 'HIGH', outputStrength: 'HIGH', inputModalities: ['SMELL'] },
          ],
        },
      },
    ],
    notApplicable: [{}],
  },
});
