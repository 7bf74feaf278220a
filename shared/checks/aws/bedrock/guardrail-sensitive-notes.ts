import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, some } from '#shared/model/predicate.ts';
import { IS_ON, UNCONFIGURED } from './effect.ts';

const notes = (direction: 'input' | 'output') =>
  any(
    all(field(`${direction}Action`).isAbsent(), field('action').is('NONE')),
    all(field(`${direction}Action`).isPresent(), field(`${direction}Action`).is('NONE')),
    field(`${direction}Enabled`).absentIs(true, IS_ON).is(false),
  );
const onlyNotes = all(notes('input'), notes('output'));

export default check(guardrail, {
  title: 'No sensitive-information filter of a Bedrock guardrail only takes notes',
  severity: 'low',
  fails: any(
    some('sensitiveInformationPolicy.piiEntities', onlyNotes, { absentIsEmpty: UNCONFIGURED }),
    some('sensitiveInformationPolicy.regexes', onlyNotes, { absentIsEmpty: UNCONFIGURED }),
  ),
  why: 'The entity is in the list and yet goes through unmasked in both directions.',
  fix: {
    console: 'Edit the guardrail: choose “Block” or “Mask” for each entity, create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --sensitive-information-policy-config file://entities.json …',
    cloudformation: {
      SensitiveInformationPolicyConfig: { PiiEntitiesConfig: [{ Type: 'EMAIL', Action: 'BLOCK' }] },
    },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.bedrock.guardrail-sensitive-info-not-enforced'],
    prowler: ['bedrock_guardrail_sensitive_information_filter_enforced'],
  },
  examples: {
    pass: [
      {
        sensitiveInformationPolicy: {
          piiEntities: [{ type: 'EMAIL', action: 'BLOCK', inputAction: 'NONE', outputAction: 'BLOCK' }],
        },
      },
      { sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', action: 'BLOCK' }] } },
    ],
    fail: [
      { sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', action: 'NONE' }] } },
      {
        sensitiveInformationPolicy: {
          regexes: [{ name: 'id', action: 'BLOCK', inputAction: 'NONE', outputAction: 'NONE' }],
        },
      },
    ],
    unknown: [{ sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', action: 'WARN' }] } }],
  },
});
