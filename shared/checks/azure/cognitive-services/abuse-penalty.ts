import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts are under no abuse penalty',
  severity: 'high',
  fails: field('properties.abusePenalty.action')
    .absentIs(null, 'AccountProperties.abusePenalty of @azure/arm-cognitiveservices: read-only and optional')
    .isOneOf('Throttle', 'Block'),
  why: 'Microsoft has seen misuse from this account: either your application is being abused, or somebody else holds a key.',
  fix: {
    console:
      'Find who sent the abusive prompts in the logs, rotate the keys, tighten the content filter, then ask Microsoft support.',
    cli: 'az cognitiveservices account keys regenerate --name … --resource-group … --key-name Key1',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  source: 'AbusePenalty.action of @azure/arm-cognitiveservices',
  frameworks: { 'mitre-atlas': ['AML.T0054', 'AML.T0055'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ properties: {} }],
    fail: [
      { properties: { abusePenalty: { action: 'Throttle' } } },
      { properties: { abusePenalty: { action: 'Block' } } },
    ],
    unknown: [{}, { properties: { abusePenalty: { action: 'UnheardOf' } } }],
  },
});
