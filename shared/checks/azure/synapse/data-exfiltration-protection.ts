import { synapseWorkspace } from '#shared/assets/azure/synapse.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(synapseWorkspace, {
  title: 'Synapse workspaces send data to approved tenants alone',
  severity: 'medium',
  applies: field('properties.managedVirtualNetwork')
    .absentIs(
      '',
      'Workspace.managedVirtualNetwork of @azure/arm-synapse: “default” is what puts compute into one',
    )
    .is('default'),
  fails: field('properties.managedVirtualNetworkSettings.preventDataExfiltration')
    .absentIs(false, 'ManagedVirtualNetworkSettings of @azure/arm-synapse: the setting is optional')
    .isNot(true),
  why: 'A notebook or a pipeline can otherwise copy what it reads to any address, in any organisation.',
  fix: {
    console:
      'Create the workspace anew with “Allow outbound data traffic only to approved targets”: it cannot be added later.',
    cli: 'az synapse workspace create --name … --resource-group … --location … --storage-account … --file-system … --enable-managed-virtual-network --prevent-data-exfiltration',
    bicep:
      "properties: { managedVirtualNetwork: 'default', managedVirtualNetworkSettings: { preventDataExfiltration: true } }",
    terraform: 'data_exfiltration_protection_enabled = true',
  },
  source: 'ManagedVirtualNetworkSettings.preventDataExfiltration of @azure/arm-synapse',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [
      {
        properties: {
          managedVirtualNetwork: 'default',
          managedVirtualNetworkSettings: { preventDataExfiltration: true },
        },
      },
    ],
    fail: [
      { properties: { managedVirtualNetwork: 'default' } },
      {
        properties: {
          managedVirtualNetwork: 'default',
          managedVirtualNetworkSettings: { preventDataExfiltration: false },
        },
      },
    ],
    unknown: [
      {
        properties: {
          managedVirtualNetwork: 'default',
          managedVirtualNetworkSettings: { preventDataExfiltration: 'perhaps' },
        },
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
