import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'The hosts that AI services accounts may call are named one by one',
  severity: 'medium',
  applies: field('properties.restrictOutboundNetworkAccess')
    .absentIs(false, 'AccountProperties of @azure/arm-cognitiveservices: a switch that is off unless set')
    .is(true),
  fails: some('properties.allowedFqdnList', field('').matches(/\*/), {
    absentIsEmpty: 'AccountProperties.allowedFqdnList of @azure/arm-cognitiveservices is optional',
  }),
  why: 'A wildcard such as *.blob.core.windows.net covers every customer of Azure, the attacker included.',
  fix: {
    console: 'This setting has no page in the portal: use the command line.',
    cli: 'az resource update --ids <account id> --api-version 2025-09-01 --set properties.allowedFqdnList=\'["mystore.blob.core.windows.net"]\'',
    bicep:
      "properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: ['mystore.blob.core.windows.net'] }",
  },
  source: 'AccountProperties.allowedFqdnList of @azure/arm-cognitiveservices',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [{ properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: ['data.example.com'] } }],
    fail: [
      { properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: ['*.blob.core.windows.net'] } },
    ],
    unknown: [{}, { properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: [7] } }],
    notApplicable: [{ properties: {} }],
  },
});
