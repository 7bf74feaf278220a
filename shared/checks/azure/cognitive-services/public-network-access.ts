import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts are not reachable from every network',
  severity: 'high',
  fails: all(
    field('properties.publicNetworkAccess')
      .absentIs('Enabled', 'Azure Policy 037eea7a counts an absent value as open')
      .isNot('Disabled'),
    field('properties.networkAcls.defaultAction')
      .absentIs('Allow', 'Azure Policy 037eea7a counts an absent value as open')
      .isNot('Deny'),
  ),
  why: 'Anybody on the internet can try stolen keys and tokens against the account, and whatever flaw its endpoint has.',
  fix: {
    console:
      'Networking › Firewalls and virtual networks: choose “Disabled” and add a private endpoint, or “Selected networks and private endpoints”.',
    cli: 'az resource update --ids <account id> --api-version 2025-09-01 --set properties.publicNetworkAccess=Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source:
    'AccountProperties of @azure/arm-cognitiveservices; Azure Policy 037eea7a; recorded accounts without networkAcls',
  frameworks: {
    'azure-policy': ['037eea7a-bd0a-46c5-9a66-03aea78705d3'],
    'mitre-atlas': ['AML.T0040', 'AML.T0049'],
    'nist-ai-rmf': ['MEASURE 2.7'],
  },
  peers: {
    union: ['azure.openai.public-network', 'azure.openai.network-default-allow'],
    cloudsploit: ['accountPublicAccessDisabled'],
    checkov: ['CKV_AZURE_134'],
    steampipe: [
      'cognitive_account_public_network_access_disabled',
      'cognitive_account_restrict_public_access',
    ],
    cnspec: ['network ACL default deny'],
  },
  examples: {
    pass: [
      { properties: { publicNetworkAccess: 'Disabled' } },
      { properties: { publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Deny' } } },
    ],
    fail: [
      { properties: {} },
      { properties: { publicNetworkAccess: 'Enabled', privateEndpointConnections: [] } },
      { properties: { publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Allow' } } },
    ],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
