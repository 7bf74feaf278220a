import type { JsonObject } from '#shared/model/json.ts';
import { logsOf } from './logs.ts';

const TYPE = 'Microsoft.Databricks/workspaces';

const key = { keyVaultUri: 'https://v.vault.azure.net', keyName: 'bricks', keyVersion: '1' };

/** A workspace as it was made for a trial, and one for work. */
export function databricksWorkspaces(group: string): JsonObject[] {
  const idOf = (name: string) => `${group}/providers/${TYPE}/${name}`;
  const [trial, work] = [idOf('trial'), idOf('work')];
  return [
    {
      id: trial,
      name: 'trial',
      type: TYPE,
      location: 'eastus',
      sku: { name: 'premium' },
      properties: {
        managedResourceGroupId: `${group}-trial`,
        computeMode: 'Hybrid',
        parameters: {
          enableNoPublicIp: { type: 'Bool', value: false },
          requireInfrastructureEncryption: { type: 'Bool', value: false },
          storageAccountName: { type: 'String', value: 'dbstoragetrial' },
        },
        publicNetworkAccess: 'Enabled',
      },
    },
    {
      id: work,
      name: 'work',
      type: TYPE,
      location: 'westeurope',
      tags: { owner: 'kim' },
      sku: { name: 'premium' },
      properties: {
        managedResourceGroupId: `${group}-work`,
        computeMode: 'Hybrid',
        parameters: {
          enableNoPublicIp: { type: 'Bool', value: true },
          requireInfrastructureEncryption: { type: 'Bool', value: true },
          customVirtualNetworkId: {
            type: 'String',
            value: `${group}/providers/Microsoft.Network/virtualNetworks/lake`,
          },
          encryption: {
            type: 'Object',
            value: {
              keySource: 'Microsoft.Keyvault',
              KeyName: 'bricks',
              keyversion: '1',
              keyvaulturi: 'https://v.vault.azure.net/',
            },
          },
        },
        encryption: {
          entities: {
            managedServices: { keySource: 'Microsoft.Keyvault', keyVaultProperties: key },
            managedDisk: { keySource: 'Microsoft.Keyvault', keyVaultProperties: key },
          },
        },
        publicNetworkAccess: 'Disabled',
        defaultStorageFirewall: 'Enabled',
        accessConnector: {
          id: `${group}/providers/Microsoft.Databricks/accessConnectors/lake`,
          identityType: 'SystemAssigned',
        },
        privateEndpointConnections: [
          { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
        ],
      },
    },
    logsOf(work, group),
  ];
}
