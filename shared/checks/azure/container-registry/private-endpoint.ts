import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { endpointExamples, lacksApprovedEndpoint } from '../private-endpoints.ts';

export default check(containerRegistry, {
  title: 'Container registries that AI assets use are reached over an approved private endpoint',
  severity: 'low',
  fails: lacksApprovedEndpoint(
    'RegistryProperties.privateEndpointConnections of @azure/arm-containerregistry is optional',
  ),
  why: 'Without a private endpoint, images and the models in them leave your network by public addresses.',
  fix: {
    console:
      'Settings › Networking › Private access: add a private endpoint and approve it; it needs the Premium tier.',
    cli: 'az network private-endpoint create --private-connection-resource-id <registry id> --group-id registry …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: registry.id, groupIds: ['registry'] } }] } }",
  },
  source: 'PrivateEndpointConnection of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: endpointExamples,
});
