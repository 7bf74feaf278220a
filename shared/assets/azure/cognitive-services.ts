import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceTags } from './tags.ts';

export const aiServicesAccount = assetType('azure.cognitive-services.account', {
  title: 'Azure AI services account',
  placement: 'global',
  nativeType: 'Microsoft.CognitiveServices/accounts',
  shape: { package: '@azure/arm-cognitiveservices', type: 'Account' },
  tags: resourceTags,
  config: z.looseObject({
    identity: z.looseObject({ type: z.string() }).optional(),
    properties: z.looseObject({
      publicNetworkAccess: z.enum(['Enabled', 'Disabled']).optional(),
      disableLocalAuth: z.boolean().optional(),
      networkAcls: z.looseObject({ defaultAction: z.enum(['Allow', 'Deny']).optional() }).optional(),
    }),
  }),
});
