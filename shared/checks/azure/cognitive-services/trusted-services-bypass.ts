import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'Firewalls of AI services accounts let no trusted Azure service past',
  severity: 'informational',
  applies: field('properties.networkAcls.defaultAction')
    .absentIs('Allow', 'Azure Policy 037eea7a counts an absent value as open')
    .is('Deny'),
  fails: field('properties.networkAcls.bypass').is('AzureServices'),
  why: 'Trusted services reach the account whatever the firewall says: know that they do, and that you need it.',
  fix: {
    console:
      'Networking › Firewall: clear “Allow Azure services on the trusted services list to access this account”.',
    cli: 'az resource update --ids <account id> --api-version 2025-09-01 --set properties.networkAcls.bypass=None',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny', bypass: 'None' } }",
  },
  source: 'NetworkRuleSet.bypass of @azure/arm-cognitiveservices',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [{ properties: { networkAcls: { defaultAction: 'Deny', bypass: 'None' } } }],
    fail: [{ properties: { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } } }],
    unknown: [{ properties: { networkAcls: { defaultAction: 'Deny' } } }],
    notApplicable: [{ properties: {} }],
  },
});
