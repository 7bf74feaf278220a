import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { googleDialect } from '#connectors/gcp/dialect.ts';
import { googleList } from '#connectors/gcp/operation.ts';
import { retryInfoIn } from '#connectors/gcp/retry-info.ts';
import { restTransport } from '#connectors/rest-transport.ts';

const RETRY_INFO = 'type.googleapis.com/google.rpc.RetryInfo';
const QUOTA = { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{}] };

const exhausted = (...details: object[]): string =>
  JSON.stringify({
    error: { code: 429, message: 'Quota exceeded.', status: 'RESOURCE_EXHAUSTED', details },
  });

test.each([
  ['whole seconds', exhausted(QUOTA, { '@type': RETRY_INFO, retryDelay: '34s' }), 34_000],
  ['parts of a second', exhausted({ '@type': RETRY_INFO, retryDelay: '3.5s' }), 3500],
  ['nanoseconds, rounded up', exhausted({ '@type': RETRY_INFO, retryDelay: '0.000000001s' }), 1],
  ['no wait at all', exhausted({ '@type': RETRY_INFO, retryDelay: '0s' }), 0],
  ['other details only', exhausted(QUOTA), undefined],
  ['no delay', exhausted({ '@type': RETRY_INFO }), undefined],
  ['a delay that is no duration', exhausted({ '@type': RETRY_INFO, retryDelay: 'soon' }), undefined],
  ['a negative delay', exhausted({ '@type': RETRY_INFO, retryDelay: '-5s' }), undefined],
  ['a number in place of a duration', exhausted({ '@type': RETRY_INFO, retryDelay: 5 }), undefined],
  ['no JSON', `<html>${RETRY_INFO}</html>`, undefined],
  ['details that are no list', `{"error":{"details":"${RETRY_INFO}"}}`, undefined],
  ['nothing', '', undefined],
] as const)('a refusal with %s', (_what, body, milliseconds) => {
  expect(retryInfoIn(body)).toBe(milliseconds);
});

describe('a list that is refused for rate', () => {
  afterEach(() => vi.useRealTimers());

  /** Sends one request to a service that refuses once, and gives the answer when it comes. */
  function asked(refusal: { readonly text: string; readonly headers?: Record<string, string> }) {
    const statuses: number[] = [];
    const httpClient: HttpClient = {
      sendRequest: async (request) => {
        const isFirst = statuses.length === 0;
        statuses.push(isFirst ? 429 : 200);
        return {
          request,
          status: isFirst ? 429 : 200,
          headers: createHttpHeaders(isFirst ? refusal.headers : {}),
          bodyAsText: isFirst ? refusal.text : '{}',
        };
      },
    };
    const send = restTransport(googleDialect, {
      httpClient,
      retry: { maxRetries: 1, retryDelayInMs: 0, maxRetryDelayInMs: 0 },
      credential: { getToken: async () => ({ token: 't', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    });
    const list = googleList('x.list', 'https://x.googleapis.com/v1/things', 'things');
    return { statuses, answer: send(list, new URL(list.url)) };
  }

  const afterwards = async (
    milliseconds: number,
    statuses: readonly number[],
  ): Promise<readonly number[]> => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    return [...statuses];
  };

  test('is asked again when the time is over that its body names', async () => {
    vi.useFakeTimers();
    const { statuses, answer } = asked({ text: exhausted({ '@type': RETRY_INFO, retryDelay: '7s' }) });
    expect(await afterwards(6900, statuses)).toEqual([429]);
    expect(await afterwards(200, statuses)).toEqual([429, 200]);
    expect((await answer).status).toBe(200);
  });

  test('waits no longer than half a minute, whatever it is told', async () => {
    vi.useFakeTimers();
    const { statuses, answer } = asked({ text: exhausted({ '@type': RETRY_INFO, retryDelay: '86400s' }) });
    expect(await afterwards(29_900, statuses)).toEqual([429]);
    expect(await afterwards(200, statuses)).toEqual([429, 200]);
    await answer;
  });

  test('keeps to Retry-After where both are there', async () => {
    vi.useFakeTimers();
    const { statuses, answer } = asked({
      text: exhausted({ '@type': RETRY_INFO, retryDelay: '20s' }),
      headers: { 'retry-after': '2' },
    });
    expect(await afterwards(2100, statuses)).toEqual([429, 200]);
    await answer;
  });
});
