import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Loopback {
  readonly origin: string;
  /** `GET /weights.bin`, and the headers, of each request. */
  readonly requests: { readonly line: string; readonly headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

/** A server on loopback that answers with what the test says. */
export async function startLoopback(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Loopback> {
  const requests: Loopback['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ line: `${request.method} ${request.url}`, headers: request.headers });
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Bytes of which each tells where it lies. */
export const numbered = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, at) => (at * 7 + (at >> 8)) & 255));

/** What a server does wrong with a request for a range, the first of which is numbered 0. */
export type Fault =
  | 'none'
  | 'busy'
  | 'denied'
  | 'gone'
  /** Another version, though this one was asked for. */
  | 'changed'
  | 'ranges ignored'
  | 'other range'
  | 'short body'
  | 'length that lies'
  | 'more than asked'
  | 'more without a length'
  | 'stops'
  | 'hangs';

/** Answers a request for a range of an object as a store does, or wrongly. */
export function sendRange(
  response: ServerResponse,
  content: Buffer,
  range: string | undefined,
  headers: Readonly<Record<string, string>>,
  fault: Fault,
): void {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (fault === 'hangs') return;
  if (fault === 'busy') {
    response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
    return;
  }
  if (fault === 'denied') {
    response
      .writeHead(403)
      .end('<Error><Code>AccessDenied</Code><Message>user ana@example.com</Message></Error>');
    return;
  }
  if (fault === 'gone') {
    response.writeHead(404).end();
    return;
  }
  if (from === undefined || to === undefined || fault === 'ranges ignored') {
    response.writeHead(200, { ...headers, 'content-length': content.length }).end(content);
    return;
  }
  const first = Number(from) + (fault === 'other range' ? 1 : 0);
  const last = Math.min(Number(to) + (fault === 'other range' ? 1 : 0), content.length - 1);
  if (first >= content.length) {
    response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
    return;
  }
  const bytes = content.subarray(first, last + 1);
  if (fault === 'more without a length') {
    const head = { ...headers, 'content-range': `bytes ${first}-${last}/${content.length}` };
    response.writeHead(206, head).end(Buffer.concat([bytes, bytes]));
    return;
  }
  response.writeHead(206, {
    ...headers,
    'content-range': `bytes ${first}-${last}/${content.length}`,
    'content-length': bytes.length + (fault === 'length that lies' ? 5 : 0),
    ...(fault === 'more than asked' ? { 'content-length': bytes.length * 2 } : {}),
  });
  if (fault === 'stops') {
    response.write(bytes.subarray(0, 1));
    return;
  }
  if (fault === 'short body') {
    response.write(bytes.subarray(0, bytes.length - 1));
    setTimeout(() => response.destroy(), 5);
    return;
  }
  if (fault === 'more than asked') response.write(bytes);
  response.end(fault === 'length that lies' ? Buffer.concat([bytes, Buffer.alloc(5)]) : bytes);
}
