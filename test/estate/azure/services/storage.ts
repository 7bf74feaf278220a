import type { JsonObject } from '#shared/model/json.ts';

const TYPE = 'Microsoft.Storage/storageAccounts';

/**
 * What the workspaces `lab` and `vault` keep things in, the one open and the other closed, one for the files of an AI
 * account, and one of a web shop.
 */
export function storageAccounts(group: string): JsonObject[] {
  const idOf = (name: string) => `${group}/providers/${TYPE}/${name}`;
  const [open, closed] = [idOf('lab'), idOf('vault')];
  return [
    {
      id: open,
      name: 'lab',
      type: TYPE,
      location: 'eastus',
      kind: 'StorageV2',
      sku: { name: 'Standard_LRS' },
      properties: {
        allowBlobPublicAccess: true,
        allowCrossTenantReplication: true,
        minimumTlsVersion: 'TLS1_0',
        supportsHttpsTrafficOnly: false,
        isSftpEnabled: true,
        publicNetworkAccess: 'Enabled',
        networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices', ipRules: [] },
        encryption: { keySource: 'Microsoft.Storage' },
        privateEndpointConnections: [],
      },
    },
    blobService(open, { deleteRetentionPolicy: { enabled: false } }),
    container(open, 'azureml', { publicAccess: 'None', hasImmutabilityPolicy: false }),
    container(open, 'weights', { publicAccess: 'Blob', hasImmutabilityPolicy: false }),
    container(open, 'prompts', { publicAccess: 'None', hasImmutabilityPolicy: false }),
    {
      id: closed,
      name: 'vault',
      type: TYPE,
      location: 'westeurope',
      kind: 'StorageV2',
      sku: { name: 'Standard_GRS' },
      properties: {
        allowBlobPublicAccess: false,
        allowSharedKeyAccess: false,
        allowCrossTenantReplication: false,
        minimumTlsVersion: 'TLS1_2',
        supportsHttpsTrafficOnly: true,
        isSftpEnabled: false,
        isHnsEnabled: false,
        publicNetworkAccess: 'Disabled',
        networkAcls: { defaultAction: 'Deny', bypass: 'None', ipRules: [] },
        encryption: {
          keySource: 'Microsoft.Keyvault',
          keyvaultproperties: {
            keyname: 'lake',
            keyvaulturi: 'https://v.vault.azure.net',
            currentVersionedKeyIdentifier: 'https://v.vault.azure.net/keys/lake/1',
          },
        },
        privateEndpointConnections: [
          { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
        ],
      },
    },
    blobService(closed, {
      isVersioningEnabled: true,
      deleteRetentionPolicy: { enabled: true, days: 14 },
      containerDeleteRetentionPolicy: { enabled: true, days: 14 },
    }),
    container(closed, 'azureml', { publicAccess: 'None', hasImmutabilityPolicy: true }),
    {
      id: idOf('files'),
      name: 'files',
      type: TYPE,
      location: 'westeurope',
      kind: 'FileStorage',
      sku: { name: 'Premium_LRS' },
      properties: {
        allowBlobPublicAccess: false,
        minimumTlsVersion: 'TLS1_2',
        supportsHttpsTrafficOnly: true,
      },
    },
    {
      id: idOf('shop'),
      name: 'shop',
      type: TYPE,
      location: 'westeurope',
      kind: 'StorageV2',
      properties: { allowBlobPublicAccess: true },
    },
  ];
}

const blobService = (account: string, properties: JsonObject): JsonObject => ({
  id: `${account}/blobServices/default`,
  name: 'default',
  type: `${TYPE}/blobServices`,
  properties,
});

const container = (account: string, name: string, properties: JsonObject): JsonObject => ({
  id: `${account}/blobServices/default/containers/${name}`,
  name,
  type: `${TYPE}/blobServices/containers`,
  properties,
});
