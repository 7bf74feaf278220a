import { S3Client } from '@aws-sdk/client-s3';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { afterEach, describe, expect, it } from 'vitest';
import { azureContainer } from '#connectors/objects/azure-blob.ts';
import { blobListOf } from '#connectors/objects/blob-list.ts';
import type { Bucket } from '#connectors/objects/bucket.ts';
import { googleBucket } from '#connectors/objects/google-storage.ts';
import { s3Bucket } from '#connectors/objects/s3.ts';
import { regionOfBucket } from '#connectors/objects/s3-region.ts';
import { SourceChanged, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { type Fault, startLoopback } from '#test/shared/model-files/loopback.ts';
import { content, KEY, type Store, startAzure, startGoogle, startS3 } from './stores.ts';

const credential = { getToken: async () => ({ token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 }) };
const retrying = { waitMilliseconds: 1 };

const stores: Store[] = [];
const clients: S3Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  for (const store of stores.splice(0)) await store.close();
});

function s3Client(endpoint: string, followRegionRedirects = true): S3Client {
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    followRegionRedirects,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    retryStrategy: new ConfiguredRetryStrategy(4, 1),
  });
  clients.push(client);
  return client;
}

interface Cloud {
  readonly cloud: string;
  readonly name: string;
  readonly start: () => Promise<Store>;
  readonly bucketOf: (endpoint: string, timeoutMilliseconds?: number) => Bucket;
  readonly read: string;
  readonly list: string;
}

const CLOUDS: readonly Cloud[] = [
  {
    cloud: 'S3',
    name: `s3://models-bucket/${KEY}`,
    start: () => startS3(),
    bucketOf: (endpoint, timeoutMilliseconds = 5000) =>
      s3Bucket({ client: s3Client(endpoint), bucket: 'models-bucket', retrying, timeoutMilliseconds }),
    read: 's3:GetObject',
    list: 's3:ListBucket',
  },
  {
    cloud: 'Cloud Storage',
    name: `gs://models-bucket/${KEY}`,
    start: startGoogle,
    bucketOf: (endpoint, timeoutMilliseconds = 5000) =>
      googleBucket({ credential, bucket: 'models-bucket', endpoint, retrying, timeoutMilliseconds }),
    read: 'storage.objects.get',
    list: 'storage.objects.list',
  },
  {
    cloud: 'Blob Storage',
    name: `az://weights/models-container/${KEY}`,
    start: startAzure,
    bucketOf: (endpoint, timeoutMilliseconds = 5000) =>
      azureContainer({
        credential,
        account: 'weights',
        container: 'models-container',
        endpoint,
        retrying,
        timeoutMilliseconds,
      }),
    read: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
    list: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
  },
];

describe.each(CLOUDS)('$cloud', ({ name, start, bucketOf, read, list }) => {
  const started = async (faults: readonly Fault[] = []): Promise<Store> => {
    const store = await start();
    store.faults.push(...faults);
    stores.push(store);
    return store;
  };
  const opened = async (faults: readonly Fault[] = []) => {
    const store = await started();
    const source = await bucketOf(store.origin).open(KEY);
    store.faults.push(...faults);
    return { store, source };
  };

  it('gives ranges of an object', async () => {
    const { source, store } = await opened();
    expect([source.name, source.size]).toEqual([name, content.length]);
    expect(source.version).toBeTruthy();
    expect(Buffer.from(await source.read(20_000, 100))).toEqual(content.subarray(20_000, 20_100));
    expect(Buffer.from(await source.read(content.length - 5, 100))).toEqual(content.subarray(-5));
    expect(await source.read(content.length, 1)).toHaveLength(0);
    const ranges = store.requests.map(({ headers }) => headers['x-ms-range'] ?? headers.range);
    expect(ranges).toEqual([undefined, 'bytes=20000-20099', 'bytes=49995-49999']);
    await source.close();
  });

  it('is an error when the object is written anew while it is read', async () => {
    const { source, store } = await opened();
    await source.read(0, 10);
    store.rewrite();
    await expect(source.read(20_000, 100)).rejects.toThrow(SourceChanged);
    await source.close();
  });

  it('is an error where the store gives another version than it was asked for', async () => {
    const { source } = await opened(['changed']);
    await expect(source.read(20_000, 100)).rejects.toThrow(SourceChanged);
    await source.close();
  });

  it('is an error when the object is deleted while it is read', async () => {
    const { source } = await opened(['gone']);
    await expect(source.read(20_000, 100)).rejects.toThrow(SourceChanged);
    await source.close();
  });

  it('names the permission where it is denied, and nothing of the reply', async () => {
    const store = await started(['denied']);
    const error = await bucketOf(store.origin)
      .open(KEY)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceUnreadable);
    expect(String(error)).toContain(read);
    expect(String(error)).not.toContain('ana@example.com');
    const { source } = await opened(['denied']);
    await expect(source.read(0, 10)).rejects.toThrow(read);
    store.faults.push('denied');
    await expect(bucketOf(store.origin).listObjects('models/', 10)).rejects.toThrow(list);
    await source.close();
  });

  it('says that there is no such object', async () => {
    const store = await started();
    await expect(bucketOf(store.origin).open('models/none')).rejects.toThrow('there is no such');
  });

  it('asks again while the store is busy, and not for ever', async () => {
    const { source, store } = await opened(['busy', 'busy']);
    expect(Buffer.from(await source.read(20_000, 100))).toEqual(content.subarray(20_000, 20_100));
    store.faults.push(...Array.from({ length: 50 }, () => 'busy' as const));
    const before = store.requests.length;
    await expect(source.read(0, 10)).rejects.toThrow(SourceUnreadable);
    expect(store.requests.length - before).toBe(4);
    await source.close();
  });

  it('asks again after a body that breaks off', async () => {
    const { source } = await opened(['short body']);
    expect(Buffer.from(await source.read(20_000, 100))).toEqual(content.subarray(20_000, 20_100));
    await source.close();
  });

  it.each([
    ['other range', 'another range'],
    ['length that lies', 'another range'],
    ['more than asked', 'another range'],
    ['more without a length', 'more than it was asked for'],
    ['ranges ignored', 'the whole was sent in place of a range'],
  ] as const)('takes no bytes that it did not ask for: %s', async (fault, message) => {
    const { source } = await opened([fault]);
    const error = await source.read(20_000, 100).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceUnreadable);
    expect(String(error)).toContain(message);
    await source.close();
  });

  it('lists a prefix, without what only shows folders, and says when there is more', async () => {
    const store = await started();
    const bucket = bucketOf(store.origin);
    const all = await bucket.listObjects('models/', 10);
    expect(all.objects).toHaveLength(3);
    expect(all.objects.at(-1)).toEqual({ name: 'models/c.bin', bytes: 13 });
    expect(all.isCutOff).toBe(false);
    const some = await bucket.listObjects('models/', 2);
    expect(some.objects).toEqual(all.objects.slice(0, 2));
    expect(some.isCutOff).toBe(true);
  });
});

describe('S3', () => {
  it('reads the version that was opened, though a newer one is written', async () => {
    const store = await startS3(true);
    stores.push(store);
    const source = await s3Bucket({ client: s3Client(store.origin), bucket: 'models-bucket' }).open(KEY);
    expect(source.version).toBe('v1');
    store.rewrite();
    expect(Buffer.from(await source.read(20_000, 100))).toEqual(content.subarray(20_000, 20_100));
    expect(store.requests.at(-1)?.line).toContain('versionId=v1');
  });

  it.each([
    [403, 'InvalidObjectState', 'it is archived'],
    [403, 'AccessDenied', 'it needs s3:GetObject'],
    [400, 'InvalidRequest', 'S3 did not give it (InvalidRequest (HTTP 400))'],
  ])('tells a refusal with %d %s', async (status, code, message) => {
    const store = await startLoopback((request, response) => {
      if (request.method === 'HEAD') response.writeHead(200, { etag: '"e"', 'content-length': 5 }).end();
      else response.writeHead(status).end(`<Error><Code>${code}</Code><Message>ana</Message></Error>`);
    });
    const source = await s3Bucket({ client: s3Client(store.origin), bucket: 'models-bucket' }).open(KEY);
    const error = await source.read(0, 5).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceUnreadable);
    expect(String(error)).toContain(message);
    expect(String(error)).not.toContain('ana');
    await store.close();
  });

  it.each([
    [200, 'eu-west-1'],
    [301, 'eu-west-1'],
    [403, 'eu-west-1'],
    [404, undefined],
  ])('finds the region of a bucket in a reply with %d', async (status, region) => {
    const headers: Record<string, string> = region === undefined ? {} : { 'x-amz-bucket-region': region };
    const store = await startLoopback((_request, response) => response.writeHead(status, headers).end());
    expect(await regionOfBucket(s3Client(store.origin, false), 'models-bucket')).toBe(region);
    await store.close();
  });

  it('goes to the region of the bucket that a refusal names', async () => {
    const regions: (string | undefined)[] = [];
    const store = await startLoopback((request, response) => {
      const [, region] =
        /Credential=[^/]+\/\d+\/([a-z0-9-]+)\//.exec(request.headers.authorization ?? '') ?? [];
      regions.push(region);
      if (region !== 'eu-west-1') response.writeHead(301, { 'x-amz-bucket-region': 'eu-west-1' }).end();
      else response.writeHead(200, { etag: '"e"', 'content-length': 5 }).end();
    });
    const source = await s3Bucket({ client: s3Client(store.origin), bucket: 'models-bucket' }).open(KEY);
    expect([source.size, regions]).toEqual([5, ['us-east-1', 'eu-west-1']]);
    await store.close();
  });

  it('gives up on a body that stops', async () => {
    const store = await startS3();
    stores.push(store);
    const options = { client: s3Client(store.origin), bucket: 'models-bucket', timeoutMilliseconds: 30 };
    const source = await s3Bucket({ ...options, retrying: { attempts: 1 } }).open(KEY);
    store.faults.push('stops');
    await expect(source.read(20_000, 100)).rejects.toThrow('S3 took too long');
  });
});

describe('a list of blobs', () => {
  const listed = (blobs: string) =>
    blobListOf(`<EnumerationResults><Blobs>${blobs}</Blobs><NextMarker/></EnumerationResults>`);
  const sized = '<Properties><Content-Length>7</Content-Length></Properties>';

  it('gives names as they are', () => {
    const { objects, next } = listed(
      `<Blob><Name>a&amp;lt;&#x26;&#38;.bin</Name>${sized}</Blob><Blob><Name Encoded="true">b%EF%BF%BE</Name>${sized}</Blob>`,
    );
    expect(objects).toEqual([
      { name: 'a&lt;&&.bin', bytes: 7 },
      { name: 'b\u{fffe}', bytes: 7 },
    ]);
    expect(next).toBeUndefined();
  });

  it.each(['<html/>', '<EnumerationResults><Blobs><Blob>'])('is none where the reply is %s', (xml) => {
    expect(() => blobListOf(xml)).toThrow(SourceUnreadable);
  });

  it('is none where a blob has no size', () => {
    expect(() => listed('<Blob><Name>a</Name></Blob>')).toThrow(SourceUnreadable);
  });
});

describe('tokens', () => {
  it('are asked for once, and a refusal tells no more than its name', async () => {
    const store = await startGoogle();
    stores.push(store);
    let asked = 0;
    const counted = {
      getToken: async () => {
        asked += 1;
        return { token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    };
    const endpoint = store.origin;
    const bucket = googleBucket({ credential: counted, bucket: 'models-bucket', endpoint });
    const source = await bucket.open(KEY);
    await source.read(0, 10);
    await bucket.listObjects('', 1);
    expect(asked).toBe(1);
    const refusing = { getToken: async () => Promise.reject(new TypeError('secret')) };
    const refused = googleBucket({ credential: refusing, bucket: 'models-bucket', endpoint }).open(KEY);
    await expect(refused).rejects.toThrow('no token was given (TypeError)');
    await source.close();
  });
});
