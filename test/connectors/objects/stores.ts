import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Fault,
  type Loopback,
  numbered,
  sendRange,
  startLoopback,
} from '#test/shared/model-files/loopback.ts';

/** What the three stores of objects hold in these tests. */
export const content = numbered(50_000);
export const KEY = 'models/ä b+c/weights.bin';

export interface Store extends Loopback {
  /** What goes wrong with the requests to come, one each. */
  faults: Fault[];
  /** Writes the object anew. */
  rewrite(): void;
}

interface Dialect {
  /** The object that a request is for; `undefined` of a list or something else. */
  answer(request: IncomingMessage, response: ServerResponse, state: { version: number; fault: Fault }): void;
}

async function start(dialect: Dialect): Promise<Store> {
  let version = 1;
  const faults: Fault[] = [];
  const loopback = await startLoopback((request, response) => {
    const fault = faults.shift() ?? 'none';
    dialect.answer(request, response, { version, fault });
  });
  return Object.assign(loopback, {
    faults,
    rewrite: () => {
      version += 1;
    },
  });
}

const isFaulty = (fault: Fault): boolean => ['busy', 'denied', 'gone', 'hangs'].includes(fault);

/** S3 with paths: `/bucket/key`. Bodies as in the S3 API reference. */
export const startS3 = (keepsVersions = false): Promise<Store> =>
  start({
    answer(request, response, { version, fault }) {
      const address = new URL(request.url ?? '', 'http://s3');
      const etag = `"e${version}"`;
      const headers = { etag, ...(keepsVersions ? { 'x-amz-version-id': `v${version}` } : {}) };
      if (isFaulty(fault)) return sendRange(response, content, undefined, {}, fault);
      if (address.searchParams.has('list-type')) return list(response, address);
      if (decodeURIComponent(address.pathname) !== `/models-bucket/${KEY}`)
        return void response
          .writeHead(404)
          .end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
      if (request.method === 'HEAD')
        return void response.writeHead(200, { ...headers, 'content-length': content.length }).end();
      const asked = address.searchParams.get('versionId');
      const condition = request.headers['if-match'];
      if (fault === 'changed')
        return sendRange(response, content, request.headers.range, { etag: '"new"' }, fault);
      // A version that is asked for by its id stays what it was.
      const isKept = keepsVersions && asked !== null;
      if (!isKept && condition !== undefined && condition !== etag)
        return void response.writeHead(412).end('<Error><Code>PreconditionFailed</Code></Error>');
      const kept = isKept ? { etag: condition ?? '', 'x-amz-version-id': asked } : headers;
      sendRange(response, content, request.headers.range, kept, fault);
    },
  });

function list(response: ServerResponse, address: URL): void {
  const begin = Number(address.searchParams.get('continuation-token') ?? '0');
  const keys = [
    `${address.searchParams.get('prefix')}folder/`,
    'models/a.bin',
    'models/b.bin',
    'models/c.bin',
  ];
  const page = keys.slice(begin, begin + 2);
  const next = begin + 2 < keys.length ? begin + 2 : undefined;
  const contents = page.map((key, at) => {
    const size = key.endsWith('/') ? 0 : 10 + begin + at;
    return `<Contents><Key>${key}</Key><Size>${size}</Size></Contents>`;
  });
  const more = next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`;
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<ListBucketResult><IsTruncated>${next !== undefined}</IsTruncated>${contents.join('')}${more}</ListBucketResult>`,
    );
}

/** The JSON API of Cloud Storage. */
export const startGoogle = (): Promise<Store> =>
  start({
    answer(request, response, { version, fault }) {
      const address = new URL(request.url ?? '', 'http://gcs');
      if (isFaulty(fault)) return sendRange(response, content, undefined, {}, fault);
      if (request.headers.authorization !== 'Bearer token') return void response.writeHead(401).end();
      const [, object] = /^\/storage\/v1\/b\/models-bucket\/o(?:\/([^/]+))?$/.exec(address.pathname) ?? [];
      if (object === undefined) return googleList(response, address);
      if (decodeURIComponent(object) !== KEY) return void response.writeHead(404).end();
      const generation = String(version);
      const asked = address.searchParams.get('generation');
      if (asked !== null && asked !== generation) return void response.writeHead(404).end();
      if (fault === 'changed')
        return sendRange(response, content, request.headers.range, { 'x-goog-generation': '9' }, fault);
      if (address.searchParams.get('alt') === 'media')
        return sendRange(
          response,
          content,
          request.headers.range,
          { 'x-goog-generation': generation },
          fault,
        );
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ generation, size: String(content.length) }));
    },
  });

function googleList(response: ServerResponse, address: URL): void {
  const begin = Number(address.searchParams.get('pageToken') ?? '0');
  const all = ['folder/', 'a.bin', 'b.bin', 'c.bin'].map((name, at) => ({
    name: `${address.searchParams.get('prefix')}${name}`,
    size: name.endsWith('/') ? '0' : String(at + 10),
  }));
  const next = begin + 2 < all.length ? { nextPageToken: String(begin + 2) } : {};
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ items: all.slice(begin, begin + 2), ...next }));
}

/** Azure Blob Storage: `/container/blob`, with headers as List Blobs and Get Blob are documented. */
export const startAzure = (): Promise<Store> =>
  start({
    answer(request, response, { version, fault }) {
      const address = new URL(request.url ?? '', 'http://blob');
      const etag = `"0x8D${version}"`;
      if (fault === 'denied') {
        response
          .writeHead(403, { 'x-ms-error-code': 'AuthorizationPermissionMismatch' })
          .end('ana@example.com');
        return;
      }
      if (isFaulty(fault)) return sendRange(response, content, undefined, {}, fault);
      const isAllowed =
        request.headers.authorization === 'Bearer token' && request.headers['x-ms-version'] !== undefined;
      if (!isAllowed) return void response.writeHead(401).end();
      if (address.searchParams.get('comp') === 'list') return azureList(response, address);
      if (decodeURIComponent(address.pathname) !== `/models-container/${KEY}`)
        return void response.writeHead(404).end();
      if (request.method === 'HEAD')
        return void response.writeHead(200, { etag, 'content-length': content.length }).end();
      if (fault === 'changed')
        return sendRange(response, content, String(request.headers['x-ms-range']), { etag: '"new"' }, fault);
      if (request.headers['if-match'] !== etag)
        return void response.writeHead(412, { 'x-ms-error-code': 'ConditionNotMet' }).end();
      sendRange(response, content, String(request.headers['x-ms-range']), { etag }, fault);
    },
  });

function azureList(response: ServerResponse, address: URL): void {
  const begin = Number(address.searchParams.get('marker') ?? '0');
  const prefix = address.searchParams.get('prefix') ?? '';
  const all = [
    `<Blob><Name>${prefix}folder</Name><Properties><Content-Length>0</Content-Length><ResourceType>directory</ResourceType></Properties></Blob>`,
    `<Blob><Name>${prefix}a&amp;b.bin</Name><Properties><Content-Length>11</Content-Length></Properties></Blob>`,
    `<Blob><Name Encoded="true">${prefix}b%EF%BF%BE.bin</Name><Properties><Content-Length>12</Content-Length></Properties></Blob>`,
    `<Blob><Name>${prefix}c.bin</Name><Properties><Content-Length>13</Content-Length></Properties></Blob>`,
  ];
  const next = begin + 2 < all.length ? `<NextMarker>${begin + 2}</NextMarker>` : '<NextMarker />';
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0"?><EnumerationResults><Blobs>${all.slice(begin, begin + 2).join('')}</Blobs>${next}</EnumerationResults>`,
    );
}
