import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Storage of high-business-impact workspaces has no public endpoint',
  severity: 'high',
  applies: field('properties.hbiWorkspace')
    .absentIs(false, 'Workspace.hbiWorkspace of @azure/arm-machinelearning: default of the specification')
    .is(true),
  fails: related(
    'stored-in',
    storageAccount,
    field('properties.publicNetworkAccess')
      .absentIs(
        'Enabled',
        'https://learn.microsoft.com/azure/storage/common/storage-network-security: by default all networks connect',
      )
      .isNoneOf('Disabled', 'SecuredByPerimeter'),
  ),
  why: 'What the workspace’s owner has declared to be of high impact can be reached for from anywhere, with one leaked key.',
  fix: {
    console:
      'On the storage account of the workspace, Security + networking › Networking: disable public access and add private endpoints.',
    cli: 'az storage account update --name … --resource-group … --public-network-access Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source:
    'Workspace.hbiWorkspace and storageAccount of @azure/arm-machinelearning; StorageAccountProperties.publicNetworkAccess of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0036'], 'iso-42001': ['A.7.2'] },
  peers: { union: ['azure.ml.workspace-hbi-storage-public'], checkov: ['CKV2_AZURE_50'] },
  examples: {
    pass: [
      {
        $config: { properties: { hbiWorkspace: true } },
        $related: { 'stored-in': [{ properties: { publicNetworkAccess: 'Disabled' } }] },
      },
    ],
    fail: [
      {
        $config: { properties: { hbiWorkspace: true } },
        $related: { 'stored-in': [{ properties: { publicNetworkAccess: 'Enabled' } }] },
      },
      {
        $config: { properties: { hbiWorkspace: true } },
        $related: { 'stored-in': [{ properties: {} }] },
      },
    ],
    unknown: [
      { $config: { properties: { hbiWorkspace: true } }, $related: { 'stored-in': ['unseen'] } },
      {
        $config: { properties: { hbiWorkspace: true } },
        $related: { 'stored-in': [{ properties: { publicNetworkAccess: 'UnheardOf' } }] },
      },
    ],
    notApplicable: [{ properties: {} }, { properties: { hbiWorkspace: false } }],
  },
});
