import type { JsonObject } from '#shared/model/json.ts';

const TYPE = 'Microsoft.ContainerRegistry/registries';

/** The registries of the workspaces `lab` and `vault`, the one open and the other closed, and one of a web shop. */
export const registries = (group: string): JsonObject[] => [
  {
    id: `${group}/providers/${TYPE}/lab`,
    name: 'lab',
    type: TYPE,
    location: 'eastus',
    sku: { name: 'Standard' },
    properties: {
      loginServer: 'lab.azurecr.io',
      adminUserEnabled: true,
      anonymousPullEnabled: true,
      publicNetworkAccess: 'Enabled',
      networkRuleBypassAllowedForTasks: true,
      policies: {
        exportPolicy: { status: 'enabled' },
        azureADAuthenticationAsArmPolicy: { status: 'enabled' },
      },
      encryption: { status: 'disabled' },
      privateEndpointConnections: [],
    },
  },
  {
    id: `${group}/providers/${TYPE}/vault`,
    name: 'vault',
    type: TYPE,
    location: 'westeurope',
    sku: { name: 'Premium' },
    properties: {
      loginServer: 'vault.azurecr.io',
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      publicNetworkAccess: 'Disabled',
      networkRuleSet: { defaultAction: 'Deny', ipRules: [] },
      networkRuleBypassAllowedForTasks: false,
      policies: {
        quarantinePolicy: { status: 'enabled' },
        trustPolicy: { type: 'Notary', status: 'enabled' },
        exportPolicy: { status: 'disabled' },
        azureADAuthenticationAsArmPolicy: { status: 'disabled' },
      },
      encryption: {
        status: 'enabled',
        keyVaultProperties: { keyIdentifier: 'https://v.vault.azure.net/keys/images' },
      },
      privateEndpointConnections: [
        { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
      ],
    },
  },
  {
    id: `${group}/providers/${TYPE}/shop`,
    name: 'shop',
    type: TYPE,
    location: 'westeurope',
    sku: { name: 'Basic' },
    properties: { adminUserEnabled: true },
  },
];
