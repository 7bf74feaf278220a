import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { endpointExamples, lacksApprovedEndpoint } from '../private-endpoints.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use are reached over an approved private endpoint',
  severity: 'low',
  fails: lacksApprovedEndpoint(
    'StorageAccountProperties.privateEndpointConnections of @azure/arm-storage is optional',
  ),
  why: 'Without a private endpoint, models and training data leave your network by public addresses.',
  fix: {
    console:
      'Security + networking › Networking › Private endpoint connections: add one for blob, and approve it.',
    cli: 'az network private-endpoint create --private-connection-resource-id <account id> --group-id blob …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: account.id, groupIds: ['blob'] } }] } }",
  },
  source: 'PrivateEndpointConnection of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: endpointExamples,
});
