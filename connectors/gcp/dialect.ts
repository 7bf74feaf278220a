import type { RestDialect } from '../rest.ts';

/** `SERVICE_DISABLED` in the error details: the API is not enabled in the project. */
const UNAVAILABLE = /"reason"\s*:\s*"SERVICE_DISABLED"/;

/** How Google's REST APIs page and refuse. */
export const googleDialect: RestDialect = {
  tokenScope: 'https://www.googleapis.com/auth/cloud-platform',
  nextPage: ({ nextPageToken }, address) => {
    if (nextPageToken === undefined || nextPageToken === null || nextPageToken === '') return undefined;
    if (typeof nextPageToken !== 'string') throw new Error('nextPageToken is not a text');
    const next = new URL(address);
    next.searchParams.set('pageToken', nextPageToken);
    return next;
  },
  outcomeOf: (status, body) => {
    if (status === 429) return 'throttled';
    if (UNAVAILABLE.test(body)) return 'unavailable';
    return status === 401 || status === 403 ? 'denied' : 'failed';
  },
};
