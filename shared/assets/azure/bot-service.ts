import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { privateEndpointConnections } from './private-endpoints.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

/** The registration that puts an agent into Teams, a web page or a telephone line. */
export const bot = assetType('azure.bot-service.bot', {
  title: 'Azure bot',
  placement: 'global',
  nativeType: 'Microsoft.BotService/botServices',
  shape: { package: '@azure/arm-botservice', type: 'Bot' },
  tags: resourceTags,
  config: z.looseObject({
    kind: z.string().optional(),
    properties: z.looseObject({
      endpoint: z.string().optional(),
      msaAppType: armEnum(['UserAssignedMSI', 'SingleTenant', 'MultiTenant']).optional(),
      msaAppMSIResourceId: z.string().optional(),
      disableLocalAuth: z.boolean().optional(),
      publicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
      isCmekEnabled: z.boolean().optional(),
      cmekKeyVaultUrl: z.string().optional(),
      storageResourceId: z.string().optional(),
      privateEndpointConnections: privateEndpointConnections(['Pending', 'Approved', 'Rejected']).optional(),
    }),
  }),
});
