import { accountSettings } from '#shared/assets/aws/bedrock-account.ts';
import { check } from '#shared/model/check.ts';
import { all, any, every, field, none, not } from '#shared/model/predicate.ts';
import { acts, UNCONFIGURED } from './effect.ts';

const actsOnPromptAttacks = all(
  field('type').is('PROMPT_ATTACK'),
  field('inputStrength').isOneOf('MEDIUM', 'HIGH'),
  acts('input'),
);

export default check(accountSettings, {
  title: 'The guardrails that Bedrock enforces on an account block prompt attacks',
  severity: 'medium',
  applies: not(field('guardrailsConfig').isEmpty()),
  fails: any(
    field('enforcedGuardrails').isEmpty(),
    every(
      'enforcedGuardrails',
      none('contentPolicy.filters', actsOnPromptAttacks, { absentIsEmpty: UNCONFIGURED }),
    ),
  ),
  why: 'A guardrail is enforced and reassures, and yet it is gone, or lets jailbreaks and injected instructions through: every call of the account relies on it.',
  fix: {
    console:
      'Strengthen the prompt-attack filter of the guardrail, create a version of it, and enforce that version.',
    cli: 'aws bedrock create-guardrail-version --guardrail-identifier …; aws bedrock put-enforced-guardrail-configuration --config-id … --guardrail-inference-config guardrailIdentifier=…,guardrailVersion=2',
    cloudformation: {
      Type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
      Properties: { GuardrailIdentifier: '…', GuardrailVersion: '2' },
    },
  },
  source: 'ListEnforcedGuardrailsConfiguration and GetGuardrail responses, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0051', 'AML.T0054'], 'owasp-llm-2026': ['LLM01:2026'] },
  peers: { union: ['aws.bedrock.account-guardrail-not-enforced'] },
  examples: {
    pass: [
      {
        guardrailsConfig: [{ guardrailId: 'gr1', guardrailVersion: '2' }],
        enforcedGuardrails: [
          {
            contentPolicy: {
              filters: [{ type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE' }],
            },
          },
        ],
      },
    ],
    fail: [
      { guardrailsConfig: [{ guardrailId: 'gone', guardrailVersion: '2' }], enforcedGuardrails: [] },
      { guardrailsConfig: [{ guardrailId: 'gr1', guardrailVersion: '2' }], enforcedGuardrails: [{}] },
      {
        guardrailsConfig: [{ guardrailId: 'gr1', guardrailVersion: '2' }],
        enforcedGuardrails: [
          {
            contentPolicy: {
              filters: [
                { type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE', inputAction: 'NONE' },
              ],
            },
          },
        ],
      },
    ],
    unknown: [
      {
        guardrailsConfig: [{ guardrailId: 'gr1', guardrailVersion: '2' }],
        enforcedGuardrails: [
          {
            $unread: {
              operation: 'bedrock:GetGuardrail',
              outcome: 'denied',
              permission: 'bedrock:GetGuardrail',
            },
          },
        ],
      },
    ],
    notApplicable: [{ guardrailsConfig: [] }],
  },
});
