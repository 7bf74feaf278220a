import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use are not reachable from every network',
  severity: 'medium',
  fails: all(
    field('properties.publicNetworkAccess')
      .absentIs(
        'Enabled',
        'https://learn.microsoft.com/azure/storage/common/storage-network-security: by default all networks connect',
      )
      // A network security perimeter decides by itself who gets in.
      .isNoneOf('Disabled', 'SecuredByPerimeter'),
    field('properties.networkAcls.defaultAction')
      .absentIs(
        'Allow',
        'https://learn.microsoft.com/azure/storage/common/storage-network-security: by default all networks connect',
      )
      .isNot('Deny'),
  ),
  why: 'A stolen key, token or signature opens models and training data from anywhere.',
  fix: {
    console:
      'Security + networking › Networking: disable public access, or enable it from selected networks alone.',
    cli: 'az storage account update --name … --resource-group … --default-action Deny',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny' } }",
    terraform: 'network_rules { default_action = "Deny" }',
  },
  source:
    'NetworkRuleSet.defaultAction of @azure/arm-storage, networkAcls on the wire; the official example StorageAccountGetProperties',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0035'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [
      { properties: { publicNetworkAccess: 'Disabled' } },
      { properties: { publicNetworkAccess: 'SecuredByPerimeter' } },
      { properties: { publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Deny' } } },
    ],
    fail: [{ properties: {} }, { properties: { networkAcls: { defaultAction: 'Allow' } } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
