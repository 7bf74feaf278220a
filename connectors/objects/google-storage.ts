import type { TokenCredential } from '@azure/identity';
import * as z from 'zod';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { HttpReply } from '#shared/model-files/bytes/http-client.ts';
import { rangeHeader } from '#shared/model-files/bytes/range-reply.ts';
import { bearer } from './bearer.ts';
import { type Bucket, listedUntil } from './bucket.ts';
import { objectRequests, pinnedObject, type RestSeams } from './rest-objects.ts';

export interface GoogleBucketOptions extends RestSeams {
  readonly credential: TokenCredential;
  readonly bucket: string;
}

const STORAGE = 'https://storage.googleapis.com';
const TOKEN_SCOPE = 'https://www.googleapis.com/auth/devstorage.read_only';
/** The permissions of what is sent below. */
export const READING_OBJECTS = { get: 'storage.objects.get', list: 'storage.objects.list' } as const;
const MOST_REPLY_BYTES = 16 * 1024 * 1024;

/** https://docs.cloud.google.com/storage/docs/json_api/v1/objects#resource: 64-bit numbers are texts. */
const Numeral = z.string().regex(/^\d{1,19}$/);
const ObjectResource = z.looseObject({
  generation: Numeral,
  size: Numeral,
  contentEncoding: z.string().optional(),
  updated: z.string().optional(),
});
const ObjectList = z.looseObject({
  items: z
    .array(z.looseObject({ name: z.string(), size: Numeral, generation: Numeral.optional() }))
    .optional(),
  nextPageToken: z.string().optional(),
});

/** A bucket of Cloud Storage. An object is read in the generation that it has when it is opened. */
export function googleBucket(options: GoogleBucketOptions): Bucket {
  const { credential, bucket, endpoint = STORAGE } = options;
  const authorization = bearer(credential, TOKEN_SCOPE);
  const listAddress = (): URL => new URL(`${endpoint}/storage/v1/b/${encodeURIComponent(bucket)}/o`);
  const addressOf = (object: string, parameters: Readonly<Record<string, string>>): URL => {
    const address = new URL(`${listAddress().href}/${encodeURIComponent(object)}`);
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    return address;
  };

  return {
    async open(object, generation) {
      const requests = objectRequests(authorization, options);
      try {
        const asked = {
          fields: 'generation,size,contentEncoding,updated',
          ...(generation === undefined ? {} : { generation }),
        };
        const request = { method: 'GET' as const, address: addressOf(object, asked), headers: {} };
        const found = await requests.ask(request, (reply) =>
          readJson(reply, ObjectResource, READING_OBJECTS.get),
        );
        const size = Number(found.size);
        if (!Number.isSafeInteger(size)) throw new SourceUnreadable('its size is not one that an object has');
        // What is stored compressed would be decompressed on its way, were compression not accepted:
        // https://docs.cloud.google.com/storage/docs/transcoding
        const encoding = found.contentEncoding === 'gzip' ? 'gzip' : 'identity';
        const pinned = { generation: found.generation, ifGenerationMatch: found.generation };
        return pinnedObject({
          name: `gs://${bucket}/${object}`,
          size,
          version: found.generation,
          revision: found.generation,
          ...(found.updated === undefined ? {} : { modifiedAt: found.updated }),
          requests,
          requestFor: (from, length) => ({
            method: 'GET',
            address: addressOf(object, { alt: 'media', ...pinned }),
            headers: { range: rangeHeader(from, length), 'accept-encoding': encoding },
          }),
          isOther: (reply) => (reply.header('x-goog-generation') ?? found.generation) !== found.generation,
          refusalOf: (reply) => refusalOf(reply, READING_OBJECTS.get),
        });
      } catch (error) {
        requests.close();
        throw error;
      }
    },

    async listObjects(prefix, most) {
      const requests = objectRequests(authorization, options);
      try {
        return await listedUntil(most, (pageToken) => {
          const address = listAddress();
          address.searchParams.set('prefix', prefix);
          address.searchParams.set('maxResults', String(Math.min(most + 1, 1000)));
          address.searchParams.set('fields', 'items(name,size,generation),nextPageToken');
          if (pageToken !== undefined) address.searchParams.set('pageToken', pageToken);
          return requests.ask({ method: 'GET', address, headers: {} }, async (reply) => {
            const { items = [], nextPageToken } = await readJson(reply, ObjectList, READING_OBJECTS.list);
            return {
              objects: items.map(({ name, size, generation }) => ({
                name,
                bytes: Number(size),
                ...(generation === undefined ? {} : { revision: generation }),
              })),
              next: nextPageToken,
            };
          });
        });
      } finally {
        requests.close();
      }
    },
  };
}

async function readJson<Shape>(
  reply: HttpReply,
  shape: z.ZodType<Shape>,
  permission: string,
): Promise<Shape> {
  if (reply.status !== 200) throw await refusalOf(reply, permission);
  const text = (await reply.body(MOST_REPLY_BYTES)).toString('utf8');
  const parsed = shape.safeParse(jsonOf(text));
  if (!parsed.success) throw new SourceUnreadable('the reply of Cloud Storage is not of the documented form');
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The body of a refusal names people and projects, and is not told. */
async function refusalOf({ status }: HttpReply, permission: string): Promise<SourceUnreadable> {
  if (status === 401)
    return new SourceUnreadable(
      `Cloud Storage does not know the login (401); it needs ${permission}`,
      'denied',
    );
  if (status === 403)
    return new SourceUnreadable(`Cloud Storage denies it (403); it needs ${permission}`, 'denied');
  if (status === 404) return new SourceUnreadable('there is no such object or bucket (404)', 'not-found');
  return new SourceUnreadable(`Cloud Storage answered with ${status}`);
}
