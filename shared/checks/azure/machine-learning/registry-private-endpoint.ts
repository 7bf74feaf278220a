import { mlRegistry } from '#shared/assets/azure/machine-learning-models.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

const withConnection = (status: string) => ({
  properties: {
    registryPrivateEndpointConnections: [
      { properties: { registryPrivateLinkServiceConnectionState: { status } } },
    ],
  },
});

export default check(mlRegistry, {
  title: 'Machine Learning registries are reached over an approved private endpoint',
  severity: 'medium',
  fails: none(
    'properties.registryPrivateEndpointConnections',
    field('properties.registryPrivateLinkServiceConnectionState.status').is('Approved'),
    {
      absentIsEmpty:
        'https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/registries: the list is optional',
    },
  ),
  why: 'Without a private endpoint, each model that is deployed from the registry crosses public addresses.',
  fix: {
    console: 'Networking › Private endpoint connections: add one and approve it.',
    cli: 'az network private-endpoint create --private-connection-resource-id <registry id> --group-id amlregistry …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: registry.id, groupIds: ['amlregistry'] } }] } }",
  },
  source:
    'RegistryPrivateEndpointConnection, official example Registries/update, Microsoft.MachineLearningServices 2025-12-01',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [withConnection('Approved')],
    fail: [
      { properties: {} },
      { properties: { registryPrivateEndpointConnections: [] } },
      withConnection('Pending'),
    ],
    unknown: [withConnection('UnheardOf')],
  },
});
