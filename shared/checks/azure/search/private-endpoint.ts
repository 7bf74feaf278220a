import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { endpointExamples, lacksApprovedEndpoint } from '../private-endpoints.ts';

export default check(searchService, {
  title: 'AI Search services are reached over an approved private endpoint',
  severity: 'medium',
  fails: lacksApprovedEndpoint(
    'Azure Policy d6759c02 counts approved connections, of which an absent list has none',
  ),
  why: 'Without a private endpoint, questions and the passages that answer them leave your network by public addresses.',
  fix: {
    console: 'Settings › Networking › Private access: add a private endpoint and approve it.',
    cli: 'az network private-endpoint create --private-connection-resource-id <service id> --group-id searchService …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: service.id, groupIds: ['searchService'] } }] } }",
  },
  source: 'PrivateEndpointConnection of @azure/arm-search; Azure Policy d6759c02',
  frameworks: {
    'azure-policy': ['d6759c02-b87f-42b7-892e-71b3f471d782'],
    'mitre-atlas': ['AML.T0049'],
  },
  peers: {
    union: ['azure.search.no-private-link'],
    steampipe: ['search_service_uses_private_link'],
  },
  examples: endpointExamples,
});
