import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, field, none, not } from '#shared/model/predicate.ts';
import { BLOCKS, IS_ON, UNCONFIGURED } from './effect.ts';

export default check(guardrail, {
  title: 'Bedrock guardrails block answers that their sources do not bear out',
  severity: 'medium',
  fails: none(
    'contextualGroundingPolicy.filters',
    all(
      field('type').is('GROUNDING'),
      not(field('threshold').atMost(0)),
      field('action').absentIs('BLOCK', BLOCKS).isNot('NONE'),
      field('enabled').absentIs(true, IS_ON).is(true),
    ),
    { absentIsEmpty: UNCONFIGURED },
  ),
  why: 'Without a grounding check, or with a threshold of 0, invented answers of a retrieval application pass for quotations.',
  fix: {
    console:
      'Edit the guardrail: under “Contextual grounding check” turn on grounding with a threshold above 0 and “Block”, create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --contextual-grounding-policy-config \'{"filtersConfig":[{"type":"GROUNDING","threshold":0.7}]}\' …',
    cloudformation: {
      ContextualGroundingPolicyConfig: { FiltersConfig: [{ Type: 'GROUNDING', Threshold: 0.7 }] },
    },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'owasp-llm-2026': ['LLM07:2026'], 'nist-ai-rmf': ['MEASURE 2.5'] },
  peers: {
    union: ['aws.bedrock.guardrail-no-contextual-grounding'],
    prowler: ['bedrock_guardrail_contextual_grounding_filter_enabled'],
    'aws-samples': ['BR-27', 'FS-27', 'FS-47', 'FS-50'],
  },
  examples: {
    pass: [
      {
        contextualGroundingPolicy: {
          filters: [{ type: 'GROUNDING', threshold: 0.7, action: 'BLOCK', enabled: true }],
        },
      },
    ],
    fail: [
      {},
      { contextualGroundingPolicy: { filters: [{ type: 'GROUNDING', threshold: 0 }] } },
      { contextualGroundingPolicy: { filters: [{ type: 'GROUNDING', threshold: 0.7, action: 'NONE' }] } },
      { contextualGroundingPolicy: { filters: [{ type: 'GROUNDING', threshold: 0.7, enabled: false }] } },
      { contextualGroundingPolicy: { filters: [{ type: 'RELEVANCE', threshold: 0.7 }] } },
    ],
    unknown: [{ contextualGroundingPolicy: { filters: [{ type: 'GROUNDING', threshold: 'high' }] } }],
  },
});
