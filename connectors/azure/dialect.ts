import type { RestDialect } from '../rest.ts';

export const ARM = 'https://management.azure.com';

/** The provider is not registered in the subscription, so nothing of it exists there. */
const UNAVAILABLE =
  /"code"\s*:\s*"(MissingSubscriptionRegistration|NoRegisteredProviderFound|SubscriptionNotRegistered)"/;

/** How Azure Resource Manager pages and refuses. */
export const armDialect: RestDialect = {
  tokenScope: `${ARM}/.default`,
  nextPage: ({ nextLink }, { origin }) => {
    if (nextLink === undefined || nextLink === null || nextLink === '') return undefined;
    if (typeof nextLink !== 'string' || !URL.canParse(nextLink))
      throw new Error('nextLink is not an address');
    const next = new URL(nextLink);
    // A token for ARM is not sent anywhere else, whatever a reply says.
    if (next.origin !== origin) throw new Error('nextLink leads to another host');
    return next;
  },
  outcomeOf: (status, body) => {
    if (status === 429) return 'throttled';
    if (UNAVAILABLE.test(body)) return 'unavailable';
    return status === 401 || status === 403 ? 'denied' : 'failed';
  },
};
