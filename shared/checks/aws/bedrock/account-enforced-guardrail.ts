import { accountSettings } from '#shared/assets/aws/bedrock-account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { INVOKED, modelsAreInvoked, UNREAD_INVOCATIONS } from './invoked.ts';

export default check(accountSettings, {
  title: 'A guardrail is enforced on every Bedrock call of the account',
  severity: 'medium',
  applies: modelsAreInvoked,
  fails: field('guardrailsConfig').isEmpty(),
  why: 'Where no guardrail is enforced, each caller decides whether to name one: an application that forgets to, or a stolen key, talks to the bare model.',
  fix: {
    console:
      'In Bedrock, under “Guardrails”, add an account-level enforcement with a published version of your strictest guardrail.',
    cli: 'aws bedrock put-enforced-guardrail-configuration --guardrail-inference-config guardrailIdentifier=…,guardrailVersion=1',
    cloudformation: {
      Type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
      Properties: { GuardrailIdentifier: '…', GuardrailVersion: '1' },
    },
  },
  source:
    'ListEnforcedGuardrailsConfiguration response, @aws-sdk/client-bedrock; ListMetrics response, @aws-sdk/client-cloudwatch',
  frameworks: { 'mitre-atlas': ['AML.T0051'], 'owasp-llm-2026': ['LLM01:2026'] },
  peers: { union: ['aws.bedrock.account-guardrail-not-enforced'] },
  examples: {
    pass: [{ ...INVOKED, guardrailsConfig: [{ guardrailId: 'gr1', guardrailVersion: '2' }] }],
    fail: [{ ...INVOKED, guardrailsConfig: [] }],
    unknown: [
      { ...UNREAD_INVOCATIONS, guardrailsConfig: [] },
      { ...INVOKED, guardrailsConfig: 'gr1' },
    ],
    notApplicable: [{ invokedModels: [], guardrailsConfig: [] }],
  },
});
