import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, none } from '#shared/model/predicate.ts';
import { IS_ON, UNCONFIGURED } from './effect.ts';

/** `action` holds for both directions unless the direction has one of its own. */
const actsOnAnswers = all(
  any(
    all(field('outputAction').isAbsent(), field('action').isOneOf('BLOCK', 'ANONYMIZE')),
    all(field('outputAction').isPresent(), field('outputAction').isOneOf('BLOCK', 'ANONYMIZE')),
  ),
  field('outputEnabled').absentIs(true, IS_ON).is(true),
);

export default check(guardrail, {
  title: 'Bedrock guardrails block or mask sensitive information in answers',
  severity: 'high',
  fails: all(
    none('sensitiveInformationPolicy.piiEntities', actsOnAnswers, { absentIsEmpty: UNCONFIGURED }),
    none('sensitiveInformationPolicy.regexes', actsOnAnswers, { absentIsEmpty: UNCONFIGURED }),
  ),
  why: 'Nothing keeps personal data and credentials that the model has seen out of its answers: no entity is configured, or all of them only take notes.',
  fix: {
    console:
      'Edit the guardrail: under “Sensitive information filters” add entities with “Block” or “Mask” for responses, create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --sensitive-information-policy-config \'{"piiEntitiesConfig":[{"type":"EMAIL","action":"ANONYMIZE"}]}\' …',
    cloudformation: {
      SensitiveInformationPolicyConfig: { PiiEntitiesConfig: [{ Type: 'EMAIL', Action: 'ANONYMIZE' }] },
    },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0057'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.bedrock.guardrail-no-sensitive-info', 'aws.bedrock.guardrail-sensitive-info-not-enforced'],
    prowler: [
      'bedrock_guardrail_sensitive_information_filter_enabled',
      'bedrock_guardrail_sensitive_information_filter_enforced',
    ],
    'aws-samples': ['BR-26', 'FS-45'],
  },
  examples: {
    pass: [
      {
        sensitiveInformationPolicy: {
          piiEntities: [
            { type: 'EMAIL', action: 'ANONYMIZE', outputAction: 'ANONYMIZE', outputEnabled: true },
          ],
        },
      },
      { sensitiveInformationPolicy: { regexes: [{ name: 'policy number', action: 'BLOCK' }] } },
    ],
    fail: [
      {},
      { sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', action: 'NONE' }] } },
      {
        sensitiveInformationPolicy: {
          piiEntities: [{ type: 'EMAIL', action: 'BLOCK', outputAction: 'NONE' }],
        },
      },
      {
        sensitiveInformationPolicy: {
          piiEntities: [{ type: 'EMAIL', action: 'BLOCK', outputEnabled: false }],
        },
      },
    ],
    unknown: [{ sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', action: 'WARN' }] } }],
  },
});
