import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { SourceUnreadable } from './byte-source.ts';
import { guarded, mustBeReachable, type Reach, type Resolve } from './reach.ts';
import { Transient } from './retried.ts';

export interface HttpClientOptions {
  readonly reach: Reach;
  /** For one attempt, from sending the request to the last byte of the reply. */
  readonly timeoutMilliseconds?: number;
  /** Connections that are kept at most. */
  readonly connections?: number;
  /** Tests answer for the names of hosts. */
  readonly resolve?: Resolve;
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD';
  readonly address: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** A reply of which the body is still to come. It must be taken or dropped. */
export interface HttpReply {
  readonly status: number;
  header(name: string): string | undefined;
  /** The whole body. Throws {@link SourceUnreadable} where there is more than `most`, {@link Transient} where it breaks off. */
  body(most: number): Promise<Buffer>;
  /** Lets go of a body that nobody wants, with its connection. */
  drop(): void;
}

export interface HttpClient {
  /** Throws {@link Transient} where there is no reply, or one that says that it may go better later. */
  send(request: HttpRequest): Promise<HttpReply>;
  close(): void;
}

const TIMEOUT_MILLISECONDS = 15_000;
const CONNECTIONS = 4;

/** Server errors and “too many requests”. What is not implemented (501) will not be a moment later. */
const isTransient = (status: number): boolean =>
  status === 408 || status === 429 || (status >= 500 && status !== 501);

/**
 * HTTP as it is on the wire: no redirect is followed and nothing decompressed, and connections are made only to where
 * {@link Reach} lets them.
 */
export function httpClient({
  reach,
  timeoutMilliseconds = TIMEOUT_MILLISECONDS,
  connections = CONNECTIONS,
  resolve,
}: HttpClientOptions): HttpClient {
  const kept = { keepAlive: true, maxSockets: connections };
  const agents = { plain: new PlainAgent(kept), secure: new SecureAgent(kept) };
  const lookup = guarded(reach, resolve);

  async function send({ method, address, headers }: HttpRequest): Promise<HttpReply> {
    mustBeReachable(address, reach);
    const isSecure = address.protocol === 'https:';
    if (!isSecure && address.protocol !== 'http:')
      throw new SourceUnreadable(`${address.protocol} is not read from`);
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    const options = { method, headers, lookup, signal: timeout };
    const incoming = await new Promise<IncomingMessage>((replied, failed) => {
      const sent = isSecure
        ? secureRequest(address, { ...options, agent: agents.secure, auth: null })
        : plainRequest(address, { ...options, agent: agents.plain, auth: null });
      // Once there is a reply, whoever takes its body is told of errors.
      sent.once('response', replied).on('error', failed).end();
    }).catch((error: unknown) => {
      throw failureOf(error, timeout);
    });
    const status = incoming.statusCode ?? 0;
    if (isTransient(status)) {
      incoming.destroy();
      throw new Transient(`the server answered with ${status}`, retryAfter(incoming.headers['retry-after']));
    }
    return {
      status,
      header: (name) => {
        const value = incoming.headers[name];
        return Array.isArray(value) ? value.join(', ') : value;
      },
      body: (most) => bodyOf(incoming, most, timeout),
      drop: () => incoming.destroy(),
    };
  }

  return {
    send,
    close: () => {
      agents.plain.destroy();
      agents.secure.destroy();
    },
  };
}

async function bodyOf(incoming: IncomingMessage, most: number, timeout: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of incoming as AsyncIterable<Buffer>) {
      length += part.length;
      // Leaving the loop destroys the connection.
      if (length > most) throw new SourceUnreadable('the server sends more than it was asked for');
      parts.push(part);
    }
  } catch (error) {
    throw failureOf(error, timeout);
  }
  return Buffer.concat(parts, length);
}

/** Codes of what is over a moment later. */
const BROKEN = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** What goes wrong on the way is told by its code: its text may quote the address, and that a secret. */
function failureOf(error: unknown, timeout: AbortSignal): unknown {
  if (error instanceof SourceUnreadable) return error;
  if (timeout.aborted) return new Transient('the server took too long');
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined && BROKEN.has(code)) return new Transient(`the connection failed (${code})`);
  return new SourceUnreadable(`the server was not reached (${code ?? error.name})`);
}

/** In seconds or as a date (RFC 9110, 10.2.3). */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
