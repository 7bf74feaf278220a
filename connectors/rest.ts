import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  defaultRetryPolicy,
  type HttpClient,
  type PipelinePolicy,
  type PipelineResponse,
  type PipelineRetryOptions,
} from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import type { Outcome, Unread } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { type CoverageRecorder, NotFound, ReadFailure } from './coverage.ts';
import { addressOf, type RestOperation } from './operation.ts';

/** What a REST cloud needs that differs from cloud to cloud. */
export interface RestDialect {
  readonly tokenScope: string;
  /** The address of the page after this one, if there is one. Throws on an address elsewhere. */
  readonly nextPage: (reply: JsonObject, address: URL) => URL | undefined;
  /** What a page of a list says that it leaves out, if it says so: the list is then read and not complete. */
  readonly omittedFrom?: (reply: JsonObject) => string | undefined;
  /** How a reply that is neither 2xx nor 404 is to be understood. */
  readonly outcomeOf: (status: number, body: string) => Exclude<Outcome, 'complete'>;
  /** What a refusal of a list says where it is an answer all the same: that there is nothing in the place asked. */
  readonly nothingThere?: (status: number, body: string) => string | undefined;
  /** How long a refusal for rate asks to wait, where it says so elsewhere than in `Retry-After`. */
  readonly waitMilliseconds?: (refusal: PipelineResponse) => number | undefined;
}

export interface RestOptions {
  readonly credential: TokenCredential;
  readonly retry?: PipelineRetryOptions;
  /** For one request, from sending it to the last byte of the reply. */
  readonly timeoutMilliseconds?: number;
  /** Tests send every request to a loopback server through this. */
  readonly httpClient?: HttpClient;
}

const TIMEOUT_MILLISECONDS = 30_000;

/** Sends one request with authentication and retries, and gives status and text. */
export type RestSend = (operation: RestOperation, address: URL) => Promise<RestReply>;

/** The same for remediations, which also write; no {@link RestOperation} of a connector can. */
export type RestTransport = (
  request: { readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'; readonly body?: string },
  address: URL,
) => Promise<RestReply>;

export interface RestReply {
  readonly status: number;
  readonly text: string;
  readonly header?: (name: string) => string | undefined;
  /** Set when the reply had been received before in the same scan and no call was made. */
  readonly remembered?: true;
}

/** Sends each GET once per scan of a scope: connectors of children list the parents that others have listed. */
export function remembering(send: RestSend): RestSend {
  const replies = new Map<string, Promise<RestReply>>();
  return async (operation, address) => {
    if (operation.method !== 'GET') return send(operation, address);
    const earlier = replies.get(address.href);
    if (earlier) return { ...(await earlier), remembered: true };
    const reply = send(operation, address);
    replies.set(address.href, reply);
    return reply;
  };
}

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

/** Reads resources and lists over REST for one connector in one scope, and records how that went. */
export interface RestReader {
  /** One resource. Throws NotFound, or ReadFailure when it could not be read. */
  get(operation: RestOperation, parameters: Readonly<Record<string, string>>): Promise<JsonObject>;
  /** The elements of a list, page after page. Throws ReadFailure where the list breaks off. */
  list(operation: RestOperation, parameters: Readonly<Record<string, string>>): AsyncIterable<JsonObject>;
  /** Like {@link RestReader.get}, for a part of a config: a failure is a value, and `undefined` is “not found”. */
  part(
    operation: RestOperation,
    parameters: Readonly<Record<string, string>>,
  ): Promise<JsonObject | Unread | undefined>;
  /** Like {@link RestReader.list}, for a part of a config: the whole list, or the failure as a value. */
  partList(
    operation: RestOperation,
    parameters: Readonly<Record<string, string>>,
  ): Promise<JsonObject[] | Unread>;
}

export function restReader(
  send: RestSend,
  dialect: RestDialect,
  recorder: CoverageRecorder,
  declared: ReadonlySet<string>,
): RestReader {
  /** A list that is not there is a failure: the address is ours. A resource that is not there is an answer. */
  async function read(operation: RestOperation, address: URL, isFirst = true): Promise<Answer> {
    if (!declared.has(operation.id)) throw new Error(`${operation.id} is called and not declared`);
    let reply: RestReply;
    try {
      reply = await send(operation, address);
    } catch (error) {
      return recorder.fail(operation, 'failed', nameOf(error));
    }
    const calls = reply.remembered ? 0 : 1;
    if (reply.status === 404 && !operation.items) {
      recorder.note(operation, 'complete', undefined, calls);
      throw new NotFound(operation);
    }
    if (reply.status < 200 || reply.status > 299) {
      const nothing =
        operation.items && isFirst ? dialect.nothingThere?.(reply.status, reply.text) : undefined;
      if (operation.items && nothing !== undefined)
        return { body: { [operation.items]: [] }, calls, remark: nothing };
      const outcome = dialect.outcomeOf(reply.status, reply.text);
      return recorder.fail(operation, outcome, `HTTP ${reply.status}`, calls);
    }
    const body = parse(reply.text);
    if (!isObject(body)) return recorder.fail(operation, 'failed', 'the reply is not a JSON object', calls);
    return { body, calls };
  }

  async function get(operation: RestOperation, parameters: Readonly<Record<string, string>>) {
    const { body, calls } = await read(operation, new URL(addressOf(operation, parameters)));
    recorder.note(operation, 'complete', undefined, calls);
    return body;
  }

  async function* list(operation: RestOperation, parameters: Readonly<Record<string, string>>) {
    const key = operation.items;
    if (!key) throw new Error(`${operation.id} is read as a list and declares no items`);
    const visited = new Set<string>();
    let address: URL | undefined = new URL(addressOf(operation, parameters));
    while (address) {
      if (visited.has(address.href))
        return recorder.fail(operation, 'failed', 'the same page was offered twice', 0);
      visited.add(address.href);
      const { body, calls, remark }: Answer = await read(operation, address, visited.size === 1);
      const items = body[key] ?? (operation.absentIsEmpty ? [] : undefined);
      if (!Array.isArray(items) || !items.every(isObject))
        return recorder.fail(operation, 'failed', `the reply has no list “${key}”`, calls);
      const omitted = dialect.omittedFrom?.(body);
      recorder.note(operation, omitted === undefined ? 'complete' : 'failed', omitted ?? remark, calls);
      yield* items;
      try {
        address = dialect.nextPage(body, address);
      } catch (error) {
        // What this page holds was read; that there is more, and where, was not.
        return recorder.fail(operation, 'failed', error instanceof Error ? error.message : 'no next page', 0);
      }
    }
  }

  return {
    get,
    list,
    part: (operation, parameters) => asValue(get(operation, parameters)),
    partList: (...asked) => partListOf(list(...asked)),
  };
}

interface Answer {
  readonly body: JsonObject;
  /** 0 when it was remembered. */
  readonly calls: 0 | 1;
  /** Why there is nothing, where the reply says so. */
  readonly remark?: string;
}

/** The kind of a network error. Its text may quote the address, and that may hold names. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reply';
  const code = 'code' in error && typeof error.code === 'string' ? `: ${error.code}` : '';
  return error.name + code;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The whole of a list, or the marker that stands for what was not read. */
export const partListOf = async (list: AsyncIterable<JsonObject>): Promise<JsonObject[] | Unread> =>
  (await asValue(Array.fromAsync(list))) ?? [];

/** Turns “not found” into `undefined` and a failed read into the marker that stands in its place. */
export async function asValue<Value>(reading: Promise<Value>): Promise<Value | Unread | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    if (error instanceof ReadFailure) return error.unread;
    throw error;
  }
}
