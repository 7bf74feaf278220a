import { synapseWorkspace } from '#shared/assets/azure/synapse.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(synapseWorkspace, {
  title: 'Synapse workspaces are not reachable from the internet',
  severity: 'medium',
  fails: field('properties.publicNetworkAccess')
    .absentIs(
      'Enabled',
      'https://learn.microsoft.com/azure/synapse-analytics/security/connectivity-settings: access is public unless it is disabled',
    )
    .isNot('Disabled'),
  why: 'Anybody on the internet can try stolen passwords and tokens against the pools that hold what models are trained on.',
  fix: {
    console:
      'Security › Networking: disable “Public network access to workspace endpoints” and add private endpoints.',
    cli: 'az resource update --ids <workspace id> --api-version 2021-06-01 --set properties.publicNetworkAccess=Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source: 'Workspace.publicNetworkAccess of @azure/arm-synapse',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [{ properties: { publicNetworkAccess: 'Disabled' } }],
    fail: [{ properties: {} }, { properties: { publicNetworkAccess: 'Enabled' } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
