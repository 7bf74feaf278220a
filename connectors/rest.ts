import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { Outcome, Unread } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { type CoverageRecorder, NotFound } from './coverage.ts';
import { addressOf, type RestOperation } from './operation.ts';
import { asValue, partListOf } from './parts.ts';

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

/** Sends one request with authentication and retries, and gives status and text. */
export type RestSend = (operation: RestOperation, address: URL) => Promise<RestReply>;

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
    const answer = operation.answerIn?.(reply.status, reply.text);
    if (answer) return { body: answer, calls };
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
