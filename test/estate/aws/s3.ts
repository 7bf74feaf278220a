import { isObject, type JsonObject } from '#shared/model/json.ts';
import { type Call, type Handler, type Handlers, listed } from './handler.ts';
import { AwsError } from './reply.ts';

function bucketOf({ state, account, input }: Call): JsonObject {
  const bucket = state.bucket(account, input['Bucket']);
  if (bucket) return bucket;
  const isForeign = [...state.accounts.keys()].some((other) => state.bucket(other, input['Bucket']));
  throw isForeign
    ? new AwsError('AccessDenied', 'Access Denied', 403)
    : new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
}

/** A part of a bucket, or the error by which S3 says that there is none. */
const part =
  (key: string, output: string, none: string): Handler =>
  (call) => {
    const value = bucketOf(call)[key];
    if (value === undefined) throw new AwsError(none, 'There is no such configuration.', 404);
    return { [output]: value };
  };

/** A part that S3 gives as its whole answer, empty when it was never set. */
const whole =
  (key: string): Handler =>
  (call) => {
    const value = bucketOf(call)[key];
    return isObject(value) ? value : {};
  };

export const s3: Handlers = {
  ListBuckets: ({ region, state, account, input, regionName }) => {
    const { BucketRegion } = input;
    const buckets =
      BucketRegion === undefined
        ? [...state.account(account).regions.values()].flatMap((each) => each.buckets)
        : region.buckets;
    return listed(
      'Buckets',
      buckets.map(({ Name }) => ({
        Name,
        CreationDate: '2025-01-01T08:00:00.000Z',
        BucketRegion: BucketRegion ?? regionName,
      })),
      ['ContinuationToken', 'ContinuationToken'],
    );
  },
  HeadBucket: (call) => {
    bucketOf(call);
    return {};
  },
  GetBucketLocation: (call) => {
    bucketOf(call);
    return { LocationConstraint: call.regionName };
  },
  GetBucketPolicy: part('Policy', 'Policy', 'NoSuchBucketPolicy'),
  GetBucketPolicyStatus: part('PolicyStatus', 'PolicyStatus', 'NoSuchBucketPolicy'),
  GetPublicAccessBlock: part(
    'PublicAccessBlockConfiguration',
    'PublicAccessBlockConfiguration',
    'NoSuchPublicAccessBlockConfiguration',
  ),
  GetBucketEncryption: part(
    'ServerSideEncryptionConfiguration',
    'ServerSideEncryptionConfiguration',
    'ServerSideEncryptionConfigurationNotFoundError',
  ),
  GetBucketOwnershipControls: part(
    'OwnershipControls',
    'OwnershipControls',
    'OwnershipControlsNotFoundError',
  ),
  GetObjectLockConfiguration: part(
    'ObjectLockConfiguration',
    'ObjectLockConfiguration',
    'ObjectLockConfigurationNotFoundError',
  ),
  GetBucketVersioning: whole('Versioning'),
  GetBucketAcl: whole('Acl'),
  GetBucketNotificationConfiguration: whole('NotificationConfiguration'),
  GetBucketLogging: (call) => {
    const { LoggingEnabled } = bucketOf(call);
    return LoggingEnabled === undefined ? {} : { LoggingEnabled };
  },
  GetBucketTagging: part('TagSet', 'TagSet', 'NoSuchTagSet'),
  PutPublicAccessBlock: (call) => {
    bucketOf(call)['PublicAccessBlockConfiguration'] = call.input['PublicAccessBlockConfiguration'];
    return {};
  },
  DeletePublicAccessBlock: (call) => {
    delete bucketOf(call)['PublicAccessBlockConfiguration'];
    return {};
  },
};
