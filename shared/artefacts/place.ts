/** What a cloud calls a bucket or a container. */
export type BucketPlace =
  | { readonly cloud: 'aws' | 'gcp'; readonly bucket: string }
  | { readonly cloud: 'azure'; readonly account: string; readonly container: string };

/** As people write it: `s3://bucket`, `gs://bucket`, `az://account/container`. */
export const placeName = (place: BucketPlace): string =>
  place.cloud === 'azure'
    ? `az://${place.account}/${place.container}`
    : `${place.cloud === 'aws' ? 's3' : 'gs'}://${place.bucket}`;

export interface ObjectAddress {
  readonly place: BucketPlace;
  /** The name of the object, or what names begin with; empty for a whole bucket. */
  readonly name: string;
}

/** SageMaker's built-in artefacts are also written as `https://s3.<region>.amazonaws.com/bucket/key`. */
const S3 = /^(?:s3:\/\/|https:\/\/s3[.-][a-z0-9-]+\.amazonaws\.com\/)([^/]+)\/?(.*)$/s;
const GOOGLE = /^gs:\/\/([^/]+)\/?(.*)$/s;

/** `s3://bucket/key`, or `undefined` where it is no such address. */
export const addressInS3 = (text: unknown): ObjectAddress | undefined => inBucket('aws', S3, text);

/** `gs://bucket/object`, or `undefined` where it is no such address. */
export const addressInGoogle = (text: unknown): ObjectAddress | undefined => inBucket('gcp', GOOGLE, text);

function inBucket(cloud: 'aws' | 'gcp', form: RegExp, text: unknown): ObjectAddress | undefined {
  const [, bucket, name = ''] = (typeof text === 'string' ? form.exec(text) : undefined) ?? [];
  return bucket === undefined ? undefined : { place: { cloud, bucket }, name };
}
