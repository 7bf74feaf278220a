import type { JsonObject } from '#shared/model/json.ts';
import { logsOf } from './logs.ts';

const TYPE = 'Microsoft.Search/searchServices';

/** A search service as the portal makes it, and one that is closed. */
export function searchServices(group: string): JsonObject[] {
  const idOf = (name: string) => `${group}/providers/${TYPE}/${name}`;
  const [open, closed] = [idOf('questions'), idOf('answers')];
  return [
    {
      id: open,
      name: 'questions',
      type: TYPE,
      location: 'eastus',
      sku: { name: 'basic' },
      properties: {
        replicaCount: 1,
        partitionCount: 1,
        status: 'running',
        publicNetworkAccess: 'enabled',
        networkRuleSet: { ipRules: [{ value: '0.0.0.0/0' }], bypass: 'AzureServices' },
        disableLocalAuth: false,
        authOptions: { apiKeyOnly: {} },
        encryptionWithCmk: { enforcement: 'Unspecified', encryptionComplianceStatus: 'Compliant' },
        privateEndpointConnections: [],
        sharedPrivateLinkResources: [
          {
            name: 'lake',
            properties: {
              privateLinkResourceId: `${group}/providers/Microsoft.Storage/storageAccounts/lab`,
              groupId: 'blob',
              status: 'Pending',
            },
          },
        ],
      },
    },
    {
      id: closed,
      name: 'answers',
      type: TYPE,
      location: 'westeurope',
      tags: { owner: 'kim' },
      identity: { type: 'SystemAssigned', principalId: '00000000-0000-0000-0000-0000000000c4' },
      sku: { name: 'standard' },
      properties: {
        replicaCount: 3,
        partitionCount: 1,
        status: 'running',
        publicNetworkAccess: 'disabled',
        networkRuleSet: { ipRules: [], bypass: 'None' },
        disableLocalAuth: true,
        authOptions: null,
        encryptionWithCmk: { enforcement: 'Enabled', encryptionComplianceStatus: 'Compliant' },
        dataExfiltrationProtections: ['BlockAll'],
        privateEndpointConnections: [
          { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
        ],
        sharedPrivateLinkResources: [
          {
            name: 'lake',
            properties: {
              privateLinkResourceId: `${group}/providers/Microsoft.Storage/storageAccounts/vault`,
              groupId: 'blob',
              status: 'Approved',
            },
          },
        ],
      },
    },
    logsOf(closed, group),
  ];
}
