import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  defaultRetryPolicy,
  type HttpClient,
  type PipelinePolicy,
  type PipelineRetryOptions,
} from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import type { RestDialect, RestReply } from './rest.ts';

export interface RestOptions {
  readonly credential: TokenCredential;
  readonly retry?: PipelineRetryOptions;
  /** For one request, from sending it to the last byte of the reply. */
  readonly timeoutMilliseconds?: number;
  /** Tests send every request to a loopback server through this. */
  readonly httpClient?: HttpClient;
}

const TIMEOUT_MILLISECONDS = 30_000;

/** Sends one request with authentication and retries. Remediations also write; no operation of a connector can. */
export type RestTransport = (
  request: { readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'; readonly body?: string },
  address: URL,
) => Promise<RestReply>;

/**
 * One transport for Azure Resource Manager and Google's REST APIs: the pipeline of the Azure SDK, whose retry
 * policy honours `Retry-After`, with each cloud's own token.
 */
export function restTransport(dialect: RestDialect, options: RestOptions): RestTransport {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(defaultRetryPolicy(options.retry));
  if (dialect.waitMilliseconds)
    pipeline.addPolicy(askedToWait(dialect.waitMilliseconds), { afterPolicies: ['defaultRetryPolicy'] });
  pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({ credential: options.credential, scopes: dialect.tokenScope }),
    { phase: 'Sign' },
  );
  const httpClient = options.httpClient ?? createDefaultHttpClient();
  return async ({ method, body }, address) => {
    const request = createPipelineRequest({
      method,
      url: address.href,
      timeout: options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS,
      headers: createHttpHeaders({
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json' } : {}),
      }),
      ...(body ? { body } : {}),
    });
    const { status, bodyAsText, headers } = await pipeline.sendRequest(httpClient, request);
    return { status, text: bodyAsText ?? '', header: (name) => headers.get(name) };
  };
}

/** Longer than that no scan waits: what was asked for is then throttled, and the coverage says so. */
const LONGEST_WAIT_MILLISECONDS = 30_000;

/** Puts the wait that a refusal asks for where the retry policy looks for it. */
function askedToWait(waitOf: NonNullable<RestDialect['waitMilliseconds']>): PipelinePolicy {
  return {
    name: 'askedToWait',
    sendRequest: async (request, next) => {
      const response = await next(request);
      const isRefusedForRate = response.status === 429 || response.status === 503;
      if (!isRefusedForRate || response.headers.has('retry-after')) return response;
      const wait = waitOf(response);
      if (wait !== undefined)
        response.headers.set('retry-after-ms', String(Math.min(wait, LONGEST_WAIT_MILLISECONDS)));
      return response;
    },
  };
}
