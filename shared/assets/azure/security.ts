import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { armEnum } from './spelling.ts';

/** One plan of Microsoft Defender for Cloud, as a subscription pays for it or does not. */
export const defenderPlan = assetType('azure.security.defender-plan', {
  title: 'Microsoft Defender plan',
  placement: 'global',
  nativeType: 'Microsoft.Security/pricings',
  shape: { package: '@azure/arm-security', type: 'Pricing' },
  config: z.looseObject({
    properties: z.looseObject({
      pricingTier: armEnum(['Free', 'Standard']),
    }),
  }),
});
