import { bot } from '#shared/assets/azure/bot-service.ts';
import { check } from '#shared/model/check.ts';
import { endpointExamples, lacksApprovedEndpoint } from '../private-endpoints.ts';

export default check(bot, {
  title: 'Bots are reached over an approved private endpoint',
  severity: 'low',
  fails: lacksApprovedEndpoint(
    'Azure Policy ad5621d6 counts approved connections, of which an absent list has none',
  ),
  why: 'Without a private endpoint, conversations pass between clients and the bot by public addresses.',
  fix: {
    console: 'Settings › Networking › Private access: add a private endpoint and approve it.',
    cli: 'az network private-endpoint create --private-connection-resource-id <bot id> --group-id Bot …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: bot.id, groupIds: ['Bot'] } }] } }",
  },
  source: 'PrivateEndpointConnection of @azure/arm-botservice; Azure Policy ad5621d6',
  frameworks: {
    'azure-policy': ['ad5621d6-a877-4407-aa93-a950b428315e', '29261f8e-efdb-4255-95b8-8215414515d6'],
    'mitre-atlas': ['AML.T0049'],
  },
  peers: { union: ['azure.bot.no-private-link'] },
  examples: endpointExamples,
});
