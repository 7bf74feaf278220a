import type { JsonObject } from '#shared/model/json.ts';

const TYPE = 'Microsoft.BotService/botServices';

/** A bot of 2021 that anybody talks to, and one that runs as a managed identity. */
export const bots = (group: string): JsonObject[] => [
  {
    id: `${group}/providers/${TYPE}/helpdesk`,
    name: 'helpdesk',
    type: TYPE,
    location: 'global',
    kind: 'azurebot',
    properties: {
      displayName: 'Help desk',
      endpoint: 'http://bot.example.com/api/messages',
      msaAppId: '00000000-0000-0000-0000-0000000000b1',
      msaAppType: 'MultiTenant',
      isCmekEnabled: false,
      publicNetworkAccess: 'Enabled',
      disableLocalAuth: false,
      privateEndpointConnections: [],
      luisKey: '0123456789abcdef0123456789abcdef',
      developerAppInsightKey: '00000000-0000-0000-0000-00000000bbbb',
      allSettings: { MicrosoftAppPassword: 'correct~horse~battery' },
      parameters: { greeting: 'staple-of-hello' },
    },
  },
  {
    id: `${group}/providers/${TYPE}/concierge`,
    name: 'concierge',
    type: TYPE,
    location: 'global',
    kind: 'azurebot',
    properties: {
      displayName: 'Concierge',
      endpoint: 'https://concierge.example.com/api/messages',
      msaAppId: '00000000-0000-0000-0000-0000000000b2',
      msaAppType: 'UserAssignedMSI',
      msaAppMSIResourceId: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/concierge`,
      isCmekEnabled: true,
      cmekKeyVaultUrl: 'https://v.vault.azure.net/keys/bots',
      publicNetworkAccess: 'Disabled',
      disableLocalAuth: true,
      privateEndpointConnections: [
        { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
      ],
    },
  },
];
