import { GLOBAL, type Scope } from '#shared/model/scope.ts';

/** The one scope of everything in a subscription. */
export const scopeOf = (subscription: string): Scope => ({
  provider: 'azure',
  account: subscription,
  region: GLOBAL,
});
