import { keyVault } from '#shared/assets/azure/key-vault.ts';
import { check } from '#shared/model/check.ts';
import { endpointExamples, lacksApprovedEndpoint } from '../private-endpoints.ts';

export default check(keyVault, {
  title: 'Key vaults that AI assets use are reached over an approved private endpoint',
  severity: 'low',
  fails: lacksApprovedEndpoint(
    'VaultProperties.privateEndpointConnections of @azure/arm-keyvault is optional',
  ),
  why: 'Without a private endpoint, secrets leave your network by public addresses.',
  fix: {
    console: 'Settings › Networking › Private endpoint connections: add one and approve it.',
    cli: 'az network private-endpoint create --private-connection-resource-id <vault id> --group-id vault …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: vault.id, groupIds: ['vault'] } }] } }",
  },
  source: 'PrivateEndpointConnectionItem of @azure/arm-keyvault',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: endpointExamples,
});
