import type { IncomingMessage, ServerResponse } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { s3Bucket } from '#connectors/objects/s3.ts';
import { startLoopback } from '#test/shared/model-files/loopback.ts';
import type { Content } from '../content.ts';
import { type Store, sendContent, Tally } from './store.ts';

const BUCKET = 'models';

interface Version {
  readonly content: Content;
  readonly etag: string;
  readonly id: string;
}

/** S3 that keeps versions: HeadObject, GetObject and ListObjectsV2, as the API reference has them. */
export async function startS3(): Promise<Store> {
  const objects = new Map<string, Version>();
  const tally = new Tally();

  function answer(request: IncomingMessage, response: ServerResponse): unknown {
    tally.request();
    const text = (status: number, body: string): ServerResponse => {
      tally.body(Buffer.byteLength(body));
      return response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
    };
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 '))
      return text(403, '<Error><Code>AccessDenied</Code></Error>');
    const address = new URL(request.url ?? '', 'http://s3');
    if (address.searchParams.get('list-type') === '2') {
      const prefix = address.searchParams.get('prefix') ?? '';
      const listed = [...objects].filter(([key]) => key.startsWith(prefix)).sort();
      const contents = listed.map(
        ([key, { content }]) => `<Contents><Key>${key}</Key><Size>${content.size}</Size></Contents>`,
      );
      return text(
        200,
        `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
      );
    }
    const object = objects.get(decodeURIComponent(address.pathname).slice(`/${BUCKET}/`.length));
    const asked = address.searchParams.get('versionId');
    if (object === undefined || (asked !== null && asked !== object.id))
      return text(404, request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
    const { content, etag, id } = object;
    const headers = { etag, 'x-amz-version-id': id };
    if (request.method === 'HEAD')
      return response.writeHead(200, { ...headers, 'content-length': content.size }).end();
    if ((request.headers['if-match'] ?? etag) !== etag)
      return text(412, '<Error><Code>PreconditionFailed</Code></Error>');
    return tally.body(sendContent(response, { content, range: request.headers.range, headers }));
  }

  const loopback = await startLoopback(answer);
  const client = new S3Client({
    endpoint: loopback.origin,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  });
  return {
    place: `s3://${BUCKET}`,
    bucket: s3Bucket({ client, bucket: BUCKET }),
    put: async (name, content) => {
      const number = objects.size + 1;
      objects.set(name, { content, etag: `"e${number}"`, id: `v${number}` });
    },
    served: () => tally.taken(),
    close: async () => {
      client.destroy();
      await loopback.close();
    },
  };
}
