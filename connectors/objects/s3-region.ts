import { HeadBucketCommand, type S3Client } from '@aws-sdk/client-s3';

/**
 * The region of a bucket, which S3 tells in a header of every reply to HeadBucket, refusals among them. `undefined`
 * where there was no reply, or none of S3: what is read then says what is wrong.
 */
export async function regionOfBucket(client: S3Client, bucket: string): Promise<string | undefined> {
  try {
    return (await client.send(new HeadBucketCommand({ Bucket: bucket }))).BucketRegion;
  } catch (error) {
    const { $response: reply } = error as { $response?: { headers?: Readonly<Record<string, string>> } };
    return reply?.headers?.['x-amz-bucket-region'];
  }
}
