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
  // Resource Graph tells when the allowance of queries begins anew.
  waitMilliseconds: ({ headers }) => millisecondsOf(headers.get('x-ms-user-quota-resets-after')),
  outcomeOf: (status, body) => {
    if (status === 429) return 'throttled';
    if (UNAVAILABLE.test(body)) return 'unavailable';
    return status === 401 || status === 403 ? 'denied' : 'failed';
  },
};

/** `hh:mm:ss` */
export function millisecondsOf(time: string | undefined): number | undefined {
  const [, hours, minutes, seconds] = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(time ?? '') ?? [];
  return seconds === undefined
    ? undefined
    : ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
