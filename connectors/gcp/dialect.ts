import type { RestDialect } from '../rest.ts';
import { notOfferedIn } from './not-offered.ts';
import { retryInfoIn } from './retry-info.ts';

/** The API is not enabled in the project: `SERVICE_DISABLED`, or `accessNotConfigured` in the older form. */
const DISABLED = /"reason"\s*:\s*"(SERVICE_DISABLED|accessNotConfigured)"/;

/** Older APIs, Cloud Storage among them, may refuse for rate with 403. */
const RATE = /"reason"\s*:\s*"(RATE_LIMIT_EXCEEDED|rateLimitExceeded|userRateLimitExceeded)"/;

/** How Google's REST APIs page and refuse (AIP-158, AIP-193, AIP-194, AIP-217). */
export const googleDialect: RestDialect = {
  tokenScope: 'https://www.googleapis.com/auth/cloud-platform',
  nextPage: ({ nextPageToken }, address) => {
    if (nextPageToken === undefined || nextPageToken === null || nextPageToken === '') return undefined;
    if (typeof nextPageToken !== 'string') throw new Error('nextPageToken is not a text');
    const next = new URL(address);
    next.searchParams.set('pageToken', nextPageToken);
    return next;
  },
  // A list over all locations answers 200 with what it got, and names the locations that did not answer.
  omittedFrom: ({ unreachable }) => {
    if (unreachable === undefined || unreachable === null) return undefined;
    if (!Array.isArray(unreachable)) return 'what was unreachable is not said as a list';
    return unreachable.length === 0 ? undefined : `unreachable: ${unreachable.join(', ')}`;
  },
  nothingThere: (status, body) => {
    const location = notOfferedIn(status, body);
    return location && `not offered in ${location}`;
  },
  waitMilliseconds: ({ bodyAsText }) => retryInfoIn(bodyAsText ?? ''),
  outcomeOf: (status, body) => {
    if (status === 429) return 'throttled';
    if (status !== 401 && status !== 403) return 'failed';
    if (DISABLED.test(body)) return 'unavailable';
    return RATE.test(body) ? 'throttled' : 'denied';
  },
};
