import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts are reached over an approved private endpoint',
  severity: 'medium',
  fails: none(
    'properties.privateEndpointConnections',
    field('properties.privateLinkServiceConnectionState.status').is('Approved'),
    { absentIsEmpty: 'Azure Policy d6759c02 counts approved connections, of which an absent list has none' },
  ),
  why: 'Without a private endpoint, prompts and answers leave your network by public addresses.',
  fix: {
    console: 'Networking › Private endpoint connections: add one and approve it.',
    cli: 'az network private-endpoint create --private-connection-resource-id <account id> --group-id account …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: account.id, groupIds: ['account'] } }] } }",
  },
  source: 'PrivateEndpointConnection of @azure/arm-cognitiveservices; Azure Policy d6759c02',
  frameworks: { 'azure-policy': ['d6759c02-b87f-42b7-892e-71b3f471d782'], 'mitre-atlas': ['AML.T0040'] },
  peers: {
    union: ['azure.openai.no-private-link'],
    steampipe: ['cognitive_account_private_link_used'],
  },
  examples: {
    pass: [
      {
        properties: {
          privateEndpointConnections: [
            { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
          ],
        },
      },
    ],
    fail: [
      { properties: {} },
      { properties: { privateEndpointConnections: [] } },
      {
        properties: {
          privateEndpointConnections: [
            { properties: { privateLinkServiceConnectionState: { status: 'Pending' } } },
          ],
        },
      },
    ],
    unknown: [
      {},
      {
        properties: {
          privateEndpointConnections: [
            { properties: { privateLinkServiceConnectionState: { status: 'UnheardOf' } } },
          ],
        },
      },
    ],
  },
});
