import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'Defender for AI services watches AI services accounts',
  severity: 'medium',
  applies: field('kind').isOneOf('OpenAI', 'AIServices'),
  fails: none('defenderForAISettings', field('properties.state').is('Enabled')),
  why: 'Defender raises alerts on jailbreaks, leaked credentials and odd use of models: switched off, it raises none.',
  fix: {
    console:
      'Microsoft Defender for Cloud › Environment settings: switch “AI services” on; on the account, enable Defender for AI.',
    cli: 'az rest --method put --url <account id>/defenderForAISettings/Default?api-version=2025-09-01 --body \'{"properties":{"state":"Enabled"}}\'',
    bicep:
      "resource defender 'Microsoft.CognitiveServices/accounts/defenderForAISettings@2025-09-01' = { parent: account, name: 'Default', properties: { state: 'Enabled' } }",
  },
  source: 'Official example ListDefenderForAISetting, Microsoft.CognitiveServices 2025-09-01',
  frameworks: { 'mitre-atlas': ['AML.T0054', 'AML.T0051'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ kind: 'OpenAI', properties: {}, defenderForAISettings: [{ properties: { state: 'Enabled' } }] }],
    fail: [
      { kind: 'OpenAI', properties: {}, defenderForAISettings: [] },
      { kind: 'OpenAI', properties: {}, defenderForAISettings: [{ properties: { state: 'Disabled' } }] },
    ],
    unknown: [
      { kind: 'OpenAI', properties: {} },
      { kind: 'OpenAI', properties: {}, defenderForAISettings: [{ properties: { state: 'UnheardOf' } }] },
    ],
    notApplicable: [{ kind: 'SpeechServices', properties: {} }],
  },
});
