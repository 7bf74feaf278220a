import { accountSettings } from '#shared/assets/aws/bedrock-account.ts';
import { check } from '#shared/model/check.ts';
import { any, every, field, not } from '#shared/model/predicate.ts';

export default check(accountSettings, {
  title: 'A guardrail that Bedrock enforces leaves out no model and no part of a prompt',
  severity: 'low',
  applies: not(field('guardrailsConfig').isEmpty()),
  fails: every(
    'guardrailsConfig',
    any(
      field('guardrailVersion').is('DRAFT'),
      not(field('modelEnforcement.excludedModels').isEmpty()),
      field('inputTags')
        .absentIs(
          'IGNORE',
          'AccountEnforcedGuardrailOutputConfiguration: inputTags is deprecated and optional',
        )
        .is('HONOR'),
      field('selectiveContentGuarding.messages')
        .absentIs(
          'COMPREHENSIVE',
          'AccountEnforcedGuardrailOutputConfiguration: selectiveContentGuarding is optional',
        )
        .is('SELECTIVE'),
    ),
  ),
  why: 'Whoever calls chooses a model that was left out, or marks as harmless what is to pass the guardrail; a draft changes under all callers with every edit.',
  fix: {
    console:
      'In Bedrock, under “Guardrails”, edit the account-level enforcement: a published version, all models, and comprehensive guarding of messages.',
    cli: 'aws bedrock put-enforced-guardrail-configuration --config-id … --guardrail-inference-config guardrailIdentifier=…,guardrailVersion=1,selectiveContentGuarding={messages=COMPREHENSIVE}',
    cloudformation: {
      Type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
      Properties: { GuardrailIdentifier: '…', GuardrailVersion: '1' },
    },
  },
  source: 'ListEnforcedGuardrailsConfiguration response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0054'], 'owasp-llm-2026': ['LLM01:2026'] },
  peers: { union: ['aws.bedrock.account-guardrail-not-enforced'] },
  examples: {
    pass: [
      { guardrailsConfig: [{ guardrailVersion: '2' }] },
      {
        guardrailsConfig: [
          {
            guardrailVersion: '2',
            inputTags: 'IGNORE',
            selectiveContentGuarding: { system: 'SELECTIVE', messages: 'COMPREHENSIVE' },
            modelEnforcement: { includedModels: ['ALL'], excludedModels: [] },
          },
        ],
      },
    ],
    fail: [
      { guardrailsConfig: [{ guardrailVersion: 'DRAFT' }] },
      { guardrailsConfig: [{ guardrailVersion: '2', inputTags: 'HONOR' }] },
      { guardrailsConfig: [{ guardrailVersion: '2', selectiveContentGuarding: { messages: 'SELECTIVE' } }] },
      {
        guardrailsConfig: [
          {
            guardrailVersion: '2',
            modelEnforcement: { includedModels: ['ALL'], excludedModels: ['amazon.nova-pro-v1:0'] },
          },
        ],
      },
    ],
    unknown: [{ guardrailsConfig: [{ guardrailVersion: '2', inputTags: 'SOMETIMES' }] }],
    notApplicable: [{ guardrailsConfig: [] }],
  },
});
