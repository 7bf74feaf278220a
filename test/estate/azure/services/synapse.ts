import type { JsonObject } from '#shared/model/json.ts';
import { logsOf } from './logs.ts';

const TYPE = 'Microsoft.Synapse/workspaces';

/** A workspace with SQL passwords on the internet, and one that sends nothing out. */
export function synapseWorkspaces(group: string): JsonObject[] {
  const idOf = (name: string) => `${group}/providers/${TYPE}/${name}`;
  const [reports, features] = [idOf('reports'), idOf('features')];
  const lake = `${group}/providers/Microsoft.Storage/storageAccounts/vault`;
  return [
    {
      id: reports,
      name: 'reports',
      type: TYPE,
      location: 'eastus',
      properties: {
        sqlAdministratorLogin: 'sqladmin',
        managedVirtualNetwork: '',
        publicNetworkAccess: 'Enabled',
        azureADOnlyAuthentication: false,
        encryption: { doubleEncryptionEnabled: false },
        privateEndpointConnections: [],
      },
    },
    {
      id: features,
      name: 'features',
      type: TYPE,
      location: 'westeurope',
      tags: { owner: 'kim' },
      identity: { type: 'SystemAssigned', principalId: '00000000-0000-0000-0000-0000000000c5' },
      properties: {
        managedVirtualNetwork: 'default',
        managedVirtualNetworkSettings: { preventDataExfiltration: true },
        defaultDataLakeStorage: {
          accountUrl: 'https://vault.dfs.core.windows.net',
          filesystem: 'features',
          resourceId: lake,
        },
        publicNetworkAccess: 'Disabled',
        azureADOnlyAuthentication: true,
        encryption: {
          doubleEncryptionEnabled: true,
          cmk: {
            status: 'Consistent',
            key: { name: 'features', keyVaultUrl: 'https://v.vault.azure.net/keys/features' },
          },
        },
        privateEndpointConnections: [
          { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
        ],
      },
    },
    logsOf(features, group),
  ];
}
