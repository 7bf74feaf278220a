import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts have a custom subdomain',
  severity: 'low',
  fails: field('properties.customSubDomainName').isEmpty(),
  why: 'Microsoft Entra tokens and private endpoints work only with a custom subdomain: without it, keys are the only way in.',
  fix: {
    console:
      'Networking › Firewalls and virtual networks: “Generate custom domain name”. It cannot be changed later.',
    cli: 'az cognitiveservices account update --name … --resource-group … --custom-domain <name>',
    bicep: "properties: { customSubDomainName: '<name>' }",
  },
  source:
    'AccountProperties.customSubDomainName of @azure/arm-cognitiveservices; absent in the recorded account of 2019',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
  examples: {
    pass: [{ properties: { customSubDomainName: 'research' } }],
    fail: [{ properties: {} }, { properties: { customSubDomainName: '' } }],
    unknown: [{}, { properties: { customSubDomainName: 7 } }],
  },
});
