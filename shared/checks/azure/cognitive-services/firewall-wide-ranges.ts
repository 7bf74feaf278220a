import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'Firewall rules of AI services accounts admit no more than a /16',
  severity: 'medium',
  // Where public access is off, the rules admit nobody.
  applies: all(
    field('properties.publicNetworkAccess')
      .absentIs('Enabled', 'Azure Policy 037eea7a counts an absent value as open')
      .isNot('Disabled'),
    field('properties.networkAcls.defaultAction')
      .absentIs('Allow', 'Azure Policy 037eea7a counts an absent value as open')
      .is('Deny'),
  ),
  fails: some('properties.networkAcls.ipRules', field('value').matches(/^0\.0\.0\.0$|\/(\d|1[0-5])$/), {
    absentIsEmpty: 'NetworkRuleSet of @azure/arm-cognitiveservices: ipRules is optional',
  }),
  why: 'A firewall that admits tens of thousands of addresses keeps out nobody who rents one of them.',
  fix: {
    console: 'Networking › Firewall: replace wide ranges by the addresses of your own egress.',
    cli: 'az cognitiveservices account network-rule remove --name … --resource-group … --ip-address <range>',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.0/29' }] } }",
  },
  source: 'NetworkRuleSet.ipRules of @azure/arm-cognitiveservices',
  frameworks: { 'mitre-atlas': ['AML.T0040'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [
      { properties: { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.0/24' }] } } },
    ],
    fail: [
      { properties: { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '0.0.0.0/0' }] } } },
      { properties: { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '20.0.0.0/8' }] } } },
    ],
    unknown: [{}, { properties: { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: 7 }] } } }],
    notApplicable: [
      { properties: { networkAcls: { defaultAction: 'Allow' } } },
      {
        properties: {
          publicNetworkAccess: 'Disabled',
          networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '20.0.0.0/8' }] },
        },
      },
    ],
  },
});
