import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces are not reachable from the internet',
  severity: 'high',
  fails: field('properties.publicNetworkAccess')
    .absentIs('Enabled', 'Azure Policy 438c38d2: an absent value is non-compliant')
    .isNot('Disabled'),
  why: 'Whoever holds a token of one of your data scientists reaches notebooks, models and data from anywhere.',
  fix: {
    console: 'Networking › Public access: choose “Disabled” and add a private endpoint.',
    cli: 'az ml workspace update --name … --resource-group … --public-network-access Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source:
    'Workspace.publicNetworkAccess of @azure/arm-machinelearning; Azure Policy 438c38d2; recorded workspaces',
  frameworks: { 'azure-policy': ['438c38d2-3772-465a-a9cc-7a6666a275ce'], 'mitre-atlas': ['AML.T0049'] },
  peers: {
    union: ['azure.ml.workspace-public-network'],
    cloudsploit: ['workspacePublicAccessDisabled'],
    checkov: ['CKV_AZURE_144', 'CKV2_AZURE_49'],
    cnspec: ['workspace public network'],
  },
  examples: {
    pass: [{ properties: { publicNetworkAccess: 'Disabled' } }],
    fail: [{ properties: {} }, { properties: { publicNetworkAccess: 'Enabled' } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
