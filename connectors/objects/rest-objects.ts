import { NOTHING, SourceChanged, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { type HttpReply, httpClient } from '#shared/model-files/bytes/http-client.ts';
import type { OpenSource } from '#shared/model-files/bytes/open-source.ts';
import { bytesOfRange } from '#shared/model-files/bytes/range-reply.ts';
import { type Retrying, retried } from '#shared/model-files/bytes/retried.ts';

export interface RestSeams {
  /** A loopback server in place of the cloud. */
  readonly endpoint?: string;
  readonly retrying?: Retrying;
  readonly timeoutMilliseconds?: number;
}

/** Sends requests of one bucket with its token. */
export interface ObjectRequests {
  /** Takes the reply that it is given, whatever its status; tried again where that may help. */
  ask<Result>(request: ObjectRequest, take: (reply: HttpReply) => Promise<Result>): Promise<Result>;
  close(): void;
}

export interface ObjectRequest {
  readonly method: 'GET' | 'HEAD';
  readonly address: URL;
  readonly headers: Readonly<Record<string, string>>;
}

export function objectRequests(authorization: () => Promise<string>, seams: RestSeams): ObjectRequests {
  const { timeoutMilliseconds } = seams;
  // The host is the cloud's own, and a private endpoint gives it an address in a private network.
  const client = httpClient({
    reach: 'anywhere',
    ...(timeoutMilliseconds === undefined ? {} : { timeoutMilliseconds }),
  });
  return {
    ask: ({ method, address, headers }, take) =>
      retried(async () => {
        const signed = { ...headers, authorization: await authorization(), 'user-agent': 'aispm' };
        const reply = await client.send({ method, address, headers: signed });
        try {
          return await take(reply);
        } finally {
          // What was taken whole has ended by now, and its connection is kept.
          reply.drop();
        }
      }, seams.retrying),
    close: () => client.close(),
  };
}

interface Pinned {
  readonly name: string;
  readonly size: number;
  readonly version: string;
  readonly revision: string;
  readonly modifiedAt?: string;
  readonly requests: ObjectRequests;
  /** The request for a range of the version that is pinned. */
  readonly requestFor: (from: number, length: number) => ObjectRequest;
  /** Whether a reply is of another version, though it was asked for this one. */
  readonly isOther: (reply: HttpReply) => boolean;
  /** What a refusal means in this cloud. */
  readonly refusalOf: (reply: HttpReply) => Promise<SourceUnreadable>;
}

/** An object of which every range is asked for in the version that was opened. */
export function pinnedObject(object: Pinned): OpenSource {
  const { name, size, version, revision, modifiedAt, requests, requestFor, isOther, refusalOf } = object;
  return {
    name,
    size,
    version,
    revision,
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    async read(offset, wanted) {
      const length = Math.min(wanted, size - offset);
      if (offset < 0 || length <= 0) return NOTHING;
      return requests.ask(requestFor(offset, length), async (reply) => {
        const isRead = reply.status === 200 || reply.status === 206;
        if ([404, 410, 412, 416].includes(reply.status) || (isRead && isOther(reply)))
          throw new SourceChanged('it was written anew or deleted while it was read');
        if (reply.status === 200) throw new SourceUnreadable('the whole was sent in place of a range');
        if (reply.status !== 206) throw await refusalOf(reply);
        return bytesOfRange(reply, { from: offset, length, size });
      });
    },
    close: async () => requests.close(),
  };
}
