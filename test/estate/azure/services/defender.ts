import type { JsonObject } from '#shared/model/json.ts';

/** Defender plans of a subscription, of which the one for AI services is not paid for. */
export const defenderPlans = (subscription: string): JsonObject[] =>
  (
    [
      ['AI', 'Free'],
      ['StorageAccounts', 'Standard'],
    ] as const
  ).map(([name, pricingTier]) => ({
    id: `/subscriptions/${subscription}/providers/Microsoft.Security/pricings/${name}`,
    name,
    type: 'Microsoft.Security/pricings',
    properties: { pricingTier, subPlan: null, freeTrialRemainingTime: 'PT0S' },
  }));
