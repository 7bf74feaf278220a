import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts call only hosts that you list',
  severity: 'medium',
  fails: field('properties.restrictOutboundNetworkAccess')
    .absentIs(false, 'AccountProperties of @azure/arm-cognitiveservices: a switch that is off unless set')
    .isNot(true),
  why: 'A prompt that makes the service fetch an address of the attacker’s carries your data there.',
  fix: {
    console: 'This setting has no page in the portal: use the command line.',
    cli: 'az resource update --ids <account id> --api-version 2025-09-01 --set properties.restrictOutboundNetworkAccess=true properties.allowedFqdnList=\'["data.example.com"]\'',
    bicep: "properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: ['data.example.com'] }",
    terraform: 'outbound_network_access_restricted = true',
  },
  source: 'AccountProperties.restrictOutboundNetworkAccess of @azure/arm-cognitiveservices',
  frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0086'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['azure.openai.outbound-unrestricted'],
    checkov: ['CKV_AZURE_247'],
    cnspec: ['restrict-outbound-network'],
  },
  examples: {
    pass: [{ properties: { restrictOutboundNetworkAccess: true } }],
    fail: [{ properties: {} }, { properties: { restrictOutboundNetworkAccess: false } }],
    unknown: [{}, { properties: { restrictOutboundNetworkAccess: 'yes' } }],
  },
});
