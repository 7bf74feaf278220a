import type { JsonObject } from '#shared/model/json.ts';

const TYPE = 'Microsoft.KeyVault/vaults';

/** The vault of the workspace `lab`, the one whose address is `v`, and one of a web shop. */
export const vaults = (group: string): JsonObject[] => [
  {
    id: `${group}/providers/${TYPE}/lab`,
    name: 'lab',
    type: TYPE,
    location: 'eastus',
    properties: {
      vaultUri: 'https://lab.vault.azure.net/',
      sku: { family: 'A', name: 'standard' },
      enableSoftDelete: false,
      enableRbacAuthorization: false,
      publicNetworkAccess: 'Enabled',
      networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices', ipRules: [] },
    },
  },
  {
    id: `${group}/providers/${TYPE}/v`,
    name: 'v',
    type: TYPE,
    location: 'westeurope',
    properties: {
      vaultUri: 'https://v.vault.azure.net/',
      sku: { family: 'A', name: 'premium' },
      enableSoftDelete: true,
      enablePurgeProtection: true,
      enableRbacAuthorization: true,
      publicNetworkAccess: 'Enabled',
      networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [{ value: '203.0.113.0/24' }] },
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
    properties: { vaultUri: 'https://shop.vault.azure.net/' },
  },
];
