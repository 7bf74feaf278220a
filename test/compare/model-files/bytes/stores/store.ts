import type { ServerResponse } from 'node:http';
import type { Bucket } from '#connectors/objects/bucket.ts';
import type { Content } from '../content.ts';

/** What was asked of a store, and what it sent: bytes of bodies, as it counted them itself. */
export interface Served {
  readonly requests: number;
  readonly bytes: number;
}

/** A store of objects on loopback, and the connector that reads it. */
export interface Store {
  /** `s3://models`: what the objects are named below. */
  readonly place: string;
  readonly bucket: Bucket;
  put(name: string, content: Content): Promise<void>;
  /** Since it was asked before. */
  served(): Served;
  close(): Promise<void>;
}

/** Counts what goes out. */
export class Tally {
  #requests = 0;
  #bytes = 0;

  request(): void {
    this.#requests += 1;
  }

  body(bytes: number): void {
    this.#bytes += bytes;
  }

  taken(): Served {
    const served = { requests: this.#requests, bytes: this.#bytes };
    this.#requests = 0;
    this.#bytes = 0;
    return served;
  }
}

/** Sends the range that is asked for, or else the whole. */
export function sendContent(
  response: ServerResponse,
  {
    content,
    range,
    headers,
  }: { content: Content; range: string | undefined; headers: Record<string, string> },
): number {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  const first = Number(from ?? 0);
  const last = Math.min(Number(to ?? content.size - 1), content.size - 1);
  if (first >= content.size) {
    response.writeHead(416, { 'content-range': `bytes */${content.size}` }).end();
    return 0;
  }
  const bytes = content.read(first, last - first + 1);
  const told = { ...headers, 'content-length': String(bytes.length) };
  response.writeHead(range === undefined ? 200 : 206, {
    ...told,
    ...(range === undefined ? {} : { 'content-range': `bytes ${first}-${last}/${content.size}` }),
  });
  response.end(bytes);
  return bytes.length;
}
