import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { NOTHING, SourceChanged, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { OpenSource } from '#shared/model-files/bytes/open-source.ts';
import { contentRangeOf, rangeHeader } from '#shared/model-files/bytes/range-reply.ts';
import { type Retrying, retried, Transient } from '#shared/model-files/bytes/retried.ts';
import { failureOf } from '../aws/failure.ts';
import { type Bucket, listedUntil } from './bucket.ts';

export interface S3BucketOptions {
  /**
   * Asks with its own identity and retries. With `followRegionRedirects` it finds buckets of other regions, by the
   * `x-amz-bucket-region` of their refusal.
   */
  readonly client: S3Client;
  readonly bucket: string;
  /** Of bodies that break off; refusals are retried by the client. */
  readonly retrying?: Retrying;
  /** For the body of one reply. */
  readonly timeoutMilliseconds?: number;
}

const TIMEOUT_MILLISECONDS = 15_000;

/** The IAM actions of what is sent below, by what they are granted on. */
export const READING_OBJECTS = {
  /** HeadObject asks for s3:GetObject too, and a version for s3:GetObjectVersion. */
  objects: ['s3:GetObject', 's3:GetObjectVersion'],
  /** Without it S3 answers 403 for what is not there, and nobody can tell it from what is refused. */
  buckets: ['s3:ListBucket'],
  /** Where a key of KMS encrypts them: S3 decrypts in the name of whoever asks. */
  keys: ['kms:Decrypt'],
} as const;

/** A bucket of S3. An object is read in its version where the bucket keeps versions, else as long as its ETag stays. */
export function s3Bucket({ client, bucket, retrying, timeoutMilliseconds }: S3BucketOptions): Bucket {
  return {
    async open(key, version) {
      const object = { Bucket: bucket, Key: key };
      const asked = {
        ...object,
        ChecksumMode: 'ENABLED' as const,
        ...(version === undefined ? {} : { VersionId: version }),
      };
      const head = await client.send(new HeadObjectCommand(asked)).catch((error: unknown) => {
        throw refusalOf(error, 's3:GetObject');
      });
      const { ContentLength, ETag, VersionId, LastModified } = head;
      if (ContentLength === undefined || !Number.isSafeInteger(ContentLength) || ETag === undefined)
        throw new SourceUnreadable('S3 told neither its ETag nor its size');
      const size = ContentLength;
      // Versions that are called “null” are of before the bucket kept any, and are written over.
      const isVersioned = VersionId !== undefined && VersionId !== 'null';
      const pin = isVersioned ? { VersionId, IfMatch: ETag } : { IfMatch: ETag };

      async function read(offset: number, wanted: number): Promise<Uint8Array> {
        const length = Math.min(wanted, size - offset);
        if (offset < 0 || length <= 0) return NOTHING;
        const command = { ...object, ...pin, Range: rangeHeader(offset, length) };
        return retried(async () => {
          const reply = await client.send(new GetObjectCommand(command)).catch((error: unknown) => {
            throw changeIn(error) ?? refusalOf(error, 's3:GetObject');
          });
          const wanting = { from: offset, length, size, etag: ETag ?? '' };
          return bodyOf(reply, wanting, timeoutMilliseconds ?? TIMEOUT_MILLISECONDS);
        }, retrying);
      }

      return {
        name: `s3://${bucket}/${key}`,
        size,
        version: isVersioned ? VersionId : ETag,
        revision: ETag,
        ...(LastModified === undefined ? {} : { modifiedAt: LastModified.toISOString() }),
        ...storedDigest(head),
        read,
        close: async () => {},
      } satisfies OpenSource;
    },

    listObjects: (prefix, most) =>
      listedUntil(most, async (continuation) => {
        const { Contents = [], NextContinuationToken } = await client
          .send(
            new ListObjectsV2Command({
              Bucket: bucket,
              Prefix: prefix,
              MaxKeys: Math.min(most + 1, 1000),
              ...(continuation === undefined ? {} : { ContinuationToken: continuation }),
            }),
          )
          .catch((error: unknown) => {
            throw refusalOf(error, 's3:ListBucket');
          });
        const objects = Contents.flatMap(({ Key, Size, ETag }) =>
          Key === undefined
            ? []
            : [{ name: Key, bytes: Size ?? 0, ...(ETag === undefined ? {} : { revision: ETag }) }],
        );
        return { objects, next: NextContinuationToken };
      }),
  };
}

/**
 * A SHA-256 that S3 computed or checked when the object was written. That of parts is one of their checksums, and none of
 * the object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
function storedDigest({ ChecksumSHA256, ChecksumType }: HeadObjectCommandOutput): { storedSha256?: string } {
  if (ChecksumSHA256 === undefined || ChecksumType !== 'FULL_OBJECT') return {};
  const digest = Buffer.from(ChecksumSHA256, 'base64');
  return digest.length === 32 && !ChecksumSHA256.includes('-')
    ? { storedSha256: digest.toString('hex') }
    : {};
}

interface Wanting {
  readonly from: number;
  readonly length: number;
  readonly size: number;
  readonly etag: string;
}

/** The body of a range, held against what was asked for, and no more of it than that. */
async function bodyOf(
  { Body, ContentRange, ContentLength, ETag }: GetObjectCommandOutput,
  { from, length, size, etag }: Wanting,
  timeoutMilliseconds: number,
): Promise<Uint8Array> {
  const stream = Body as (AsyncIterable<Uint8Array> & { destroy(error?: Error): void }) | undefined;
  if (stream === undefined) throw new SourceUnreadable('S3 sent no body');
  const told = contentRangeOf(ContentRange);
  const timer = setTimeout(() => stream.destroy(new Transient('S3 took too long')), timeoutMilliseconds);
  try {
    if (ETag !== etag || (told?.size !== undefined && told.size !== size))
      throw new SourceChanged('it was written anew while it was read');
    if (told === undefined) throw new SourceUnreadable('the whole was sent in place of a range');
    const isAsked = told.first === from && told.last === from + length - 1;
    if (!isAsked || (ContentLength !== undefined && ContentLength !== length))
      throw new SourceUnreadable('S3 sent another range than it was asked for');
    const parts: Uint8Array[] = [];
    let taken = 0;
    for await (const part of stream) {
      taken += part.length;
      if (taken > length) throw new SourceUnreadable('S3 sent more than it was asked for');
      parts.push(part);
    }
    if (taken < length) throw new Transient('the reply was shorter than it said');
    return Buffer.concat(parts, length);
  } catch (error) {
    stream.destroy();
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
      throw new Transient('the connection failed (ECONNRESET)');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The answers that mean: not in the version that was opened. */
function changeIn(error: unknown): SourceChanged | undefined {
  const status = statusOf(error);
  return status === 412 || status === 404 || status === 416
    ? new SourceChanged('it was written anew or deleted while it was read')
    : undefined;
}

function refusalOf(error: unknown, permission: string): unknown {
  if (!(error instanceof Error) || error instanceof SourceUnreadable) return error;
  const { name, outcome, detail } = failureOf(error);
  const status = statusOf(error);
  if (name === 'CredentialsProviderError')
    return new SourceUnreadable('there are no credentials of AWS to read it with');
  if (name === 'InvalidObjectState')
    return new SourceUnreadable('it is archived, and has to be restored before it can be read');
  // For whoever may not list the bucket, S3 answers 403 where there is nothing, too.
  if (outcome === 'denied')
    return new SourceUnreadable(`S3 denies it (${detail}); it needs ${permission}`, 'denied');
  if (status === 404) return new SourceUnreadable('there is no such object or bucket (404)', 'not-found');
  return new SourceUnreadable(`S3 did not give it (${detail})`);
}

const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;
