import type { IncomingMessage, ServerResponse } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from '#connectors/objects/bucket.ts';
import { googleBucket } from '#connectors/objects/google-storage.ts';
import { s3Bucket } from '#connectors/objects/s3.ts';
import type { BucketPlace } from '#shared/artefacts/place.ts';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { sendRange, startLoopback } from '#test/shared/model-files/loopback.ts';

/** Objects by their address: `s3://bucket/key`, `gs://bucket/object`. */
export type Objects = Readonly<Record<string, Buffer>>;

export interface ObjectStores {
  /** As the real clients read them, from a server on loopback. */
  readonly openBucket: (place: BucketPlace) => Promise<Bucket>;
  close(): Promise<void>;
}

const WRITTEN_AT = new Date('2026-01-10T08:00:00.000Z');
const GENERATION = '1';
const ETAG = '"1"';

/** S3 by paths and Cloud Storage by its JSON API, on one port. */
export async function startObjectStores(objects: Objects): Promise<ObjectStores> {
  const below = (scheme: string, bucket: string, prefix: string) =>
    Object.entries(objects).flatMap(([address, content]) => {
      const begin = `${scheme}://${bucket}/`;
      return address.startsWith(begin + prefix) ? [{ name: address.slice(begin.length), content }] : [];
    });
  const { origin, close } = await startLoopback((request, response) => {
    const address = new URL(request.url ?? '', 'http://objects');
    if (address.pathname.startsWith('/storage/v1/b/')) google(request, response, address);
    else s3(request, response, address);
  });

  function s3(request: IncomingMessage, response: ServerResponse, address: URL): void {
    const [, bucket = '', key = ''] = /^\/([^/]+)\/?(.*)$/.exec(decodeURIComponent(address.pathname)) ?? [];
    if (address.searchParams.has('list-type')) {
      const listed = below('s3', bucket, address.searchParams.get('prefix') ?? '').map(
        ({ name, content }) =>
          `<Contents><Key>${name}</Key><Size>${content.length}</Size><ETag>${ETAG}</ETag></Contents>`,
      );
      response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(`<ListBucketResult><IsTruncated>false</IsTruncated>${listed.join('')}</ListBucketResult>`);
      return;
    }
    const content = objects[`s3://${bucket}/${key}`];
    const headers = { etag: ETAG, 'last-modified': WRITTEN_AT.toUTCString() };
    if (!content)
      response.writeHead(404).end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
    else if (request.method === 'HEAD')
      response.writeHead(200, { ...headers, 'content-length': content.length }).end();
    else sendRange(response, content, request.headers.range, headers, 'none');
  }

  function google(request: IncomingMessage, response: ServerResponse, address: URL): void {
    const [, bucket = '', object] =
      /^\/storage\/v1\/b\/([^/]+)\/o(?:\/(.+))?$/.exec(decodeURIComponent(address.pathname)) ?? [];
    const json = (body: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (object === undefined) {
      const prefix = address.searchParams.get('prefix') ?? '';
      const items = below('gs', bucket, prefix).map(({ name, content }) => ({
        name,
        size: String(content.length),
        generation: GENERATION,
      }));
      json({ items });
      return;
    }
    const content = objects[`gs://${bucket}/${object}`];
    if (!content) response.writeHead(404).end();
    else if (address.searchParams.get('alt') === 'media')
      sendRange(response, content, request.headers.range, { 'x-goog-generation': GENERATION }, 'none');
    else json({ generation: GENERATION, size: String(content.length), updated: WRITTEN_AT.toISOString() });
  }

  const client = new S3Client({
    region: 'eu-central-1',
    endpoint: origin,
    forcePathStyle: true,
    credentials: { accessKeyId: 'loopback', secretAccessKey: 'loopback' },
  });
  const credential = {
    getToken: async () => ({ token: 'loopback', expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  return {
    openBucket: async (place) => {
      if (place.cloud === 'aws') return s3Bucket({ client, bucket: place.bucket });
      if (place.cloud === 'gcp') return googleBucket({ bucket: place.bucket, credential, endpoint: origin });
      throw new SourceUnreadable('the estate has no blobs');
    },
    close: async () => {
      client.destroy();
      await close();
    },
  };
}
