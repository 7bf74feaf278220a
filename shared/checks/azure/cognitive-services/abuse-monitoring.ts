import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'Microsoft’s abuse monitoring of AI services accounts is on',
  severity: 'low',
  fails: some(
    'properties.capabilities',
    all(field('name').is('ContentLogging'), field('value').is('false')),
    { absentIsEmpty: 'Microsoft shows the capability ContentLogging only where monitoring was switched off' },
  ),
  why: 'With monitoring off, nobody at Microsoft notices misuse of the models: your own logs must.',
  fix: {
    console:
      'Ask Microsoft to end the approval for modified abuse monitoring, or watch the account’s own logs and record why.',
    cli: 'az cognitiveservices account show --name … --resource-group … --query "properties.capabilities[?name==\'ContentLogging\']"',
    bicep: '// not a setting of the resource: it follows from an approval by Microsoft',
  },
  source: 'SkuCapability of @azure/arm-cognitiveservices; recorded accounts without ContentLogging',
  frameworks: { 'nist-ai-rmf': ['MANAGE 4.1'], 'mitre-atlas': ['AML.T0054'] },
  examples: {
    pass: [{ properties: { capabilities: [{ name: 'ContentLogging', value: 'true' }] } }],
    fail: [{ properties: { capabilities: [{ name: 'ContentLogging', value: 'false' }] } }],
    unknown: [{}, { properties: { capabilities: [{ name: 'ContentLogging' }] } }],
  },
});
