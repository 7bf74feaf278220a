import type { Bucket, GetBucketNotificationConfigurationCommandOutput } from '@aws-sdk/client-s3';
import { bucket } from '#shared/assets/aws/s3.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArn, parseArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

/** S3 pages on request only, and names its tokens in its own way. */
const PAGES = { token: ['ContinuationToken', 'ContinuationToken'] } as const;

const isBucket = (target: string): boolean => parseArn(target)?.service === 's3';

/** The buckets of the region that AI assets name: where data, models and logs are. */
export default awsConnector<Pick<Bucket, 'Name' | 'BucketRegion' | 'CreationDate'>>(bucket, {
  followsReferences: true,
  operations: {
    list: awsOperations('s3:ListBuckets'),
    parts: {
      Policy: awsOperation('s3:GetBucketPolicy'),
      PolicyStatus: awsOperation('s3:GetBucketPolicyStatus'),
      PublicAccessBlockConfiguration: awsOperation('s3:GetPublicAccessBlock'),
      ServerSideEncryptionConfiguration: awsOperation('s3:GetBucketEncryption'),
      Versioning: awsOperation('s3:GetBucketVersioning'),
      OwnershipControls: awsOperation('s3:GetBucketOwnershipControls'),
      TagSet: awsOperation('s3:GetBucketTagging'),
      Grants: awsOperation('s3:GetBucketAcl'),
      NotificationConfiguration: awsOperation('s3:GetBucketNotificationConfiguration'),
      AccountPublicAccessBlockConfiguration: awsOperation('s3control:GetPublicAccessBlock'),
    },
  },
  /** Source: S3 User Guide, “Amazon S3 CloudTrail events”, bucket-level actions. */
  events: [
    'CreateBucket',
    'DeleteBucket',
    'PutBucketPolicy',
    'DeleteBucketPolicy',
    'PutBucketPublicAccessBlock',
    'DeleteBucketPublicAccessBlock',
    'PutBucketEncryption',
    'DeleteBucketEncryption',
    'PutBucketVersioning',
    'PutBucketOwnershipControls',
    'DeleteBucketOwnershipControls',
    'PutBucketTagging',
    'DeleteBucketTagging',
    'PutBucketAcl',
    'PutBucketNotification',
  ],
  async *list({ s3 }, { scope: { region }, references }) {
    const named = await references(isBucket);
    if (named.size === 0) return;
    const inRegion = s3.list('ListBuckets', { BucketRegion: region, MaxBuckets: 1000 }, 'Buckets', PAGES);
    for await (const found of inRegion) if (named.has(bucketArn(found.Name ?? '', region))) yield found;
  },
  identify: ({ Name = '' }, { scope: { region } }) => ({ id: Name && bucketArn(Name, region), name: Name }),
  async read(services, summary, { scope: { account } }) {
    const { s3 } = services;
    // Says whose bucket it has to be, so that nobody else's of the same name is ever read in its place.
    const target = { Bucket: summary.Name, ExpectedBucketOwner: account };
    const [
      Policy,
      PolicyStatus,
      PublicAccessBlockConfiguration,
      ServerSideEncryptionConfiguration,
      Versioning,
      OwnershipControls,
      TagSet,
      NotificationConfiguration,
      AccountPublicAccessBlockConfiguration,
    ] = await Promise.all([
      s3.part('GetBucketPolicy', target, (reply) => decodedJson(reply.Policy), ['NoSuchBucketPolicy']),
      s3.part('GetBucketPolicyStatus', target, (reply) => reply.PolicyStatus, ['NoSuchBucketPolicy']),
      s3.part('GetPublicAccessBlock', target, (reply) => reply.PublicAccessBlockConfiguration, [
        'NoSuchPublicAccessBlockConfiguration',
      ]),
      s3.part('GetBucketEncryption', target, (reply) => reply.ServerSideEncryptionConfiguration, [
        'ServerSideEncryptionConfigurationNotFoundError',
      ]),
      s3.part('GetBucketVersioning', target, ({ Status, MFADelete }) => ({ Status, MFADelete })),
      s3.part('GetBucketOwnershipControls', target, (reply) => reply.OwnershipControls, [
        'OwnershipControlsNotFoundError',
      ]),
      s3.part('GetBucketTagging', target, (reply) => reply.TagSet, ['NoSuchTagSet']),
      s3.part('GetBucketNotificationConfiguration', target, notificationsIn),
      accountBlock(services, account),
    ]);
    return {
      ...summary,
      Policy,
      PolicyStatus,
      PublicAccessBlockConfiguration,
      ServerSideEncryptionConfiguration,
      Versioning,
      OwnershipControls,
      TagSet,
      // Where the owner of the bucket owns all objects, access lists are void.
      Grants: isOwnerEnforced(OwnershipControls)
        ? undefined
        : await s3.part('GetBucketAcl', target, ({ Grants }) => Grants),
      NotificationConfiguration,
      AccountPublicAccessBlockConfiguration,
    };
  },
  async find({ s3 }, id, { scope: { region } }) {
    const name = parseArn(id)?.resource ?? '';
    const candidates = s3.list(
      'ListBuckets',
      { BucketRegion: region, Prefix: name, MaxBuckets: 1000 },
      'Buckets',
      PAGES,
    );
    for await (const found of candidates) if (found.Name === name) return found;
    return undefined;
  },
  affected: (event, { scope: { region } }) => {
    const name = asked(event, 'bucketName');
    return name && bucketArn(name, region);
  },
  relations: ({ ServerSideEncryptionConfiguration: encryption }) => {
    const rules = isObject(encryption) && Array.isArray(encryption['Rules']) ? encryption['Rules'] : [];
    return rules.map((rule) => {
      const byDefault = isObject(rule) ? rule['ApplyServerSideEncryptionByDefault'] : undefined;
      return isObject(byDefault) ? relation('encrypted-by', byDefault['KMSMasterKeyID']) : undefined;
    });
  },
});

const isOwnerEnforced = (controls: Json | Unread | undefined): boolean =>
  !isUnread(controls) &&
  isObject(controls) &&
  Array.isArray(controls['Rules']) &&
  controls['Rules'].some((rule) => isObject(rule) && rule['ObjectOwnership'] === 'BucketOwnerEnforced');

const notificationsIn = ({
  TopicConfigurations,
  QueueConfigurations,
  LambdaFunctionConfigurations,
  EventBridgeConfiguration,
}: GetBucketNotificationConfigurationCommandOutput) => ({
  TopicConfigurations,
  QueueConfigurations,
  LambdaFunctionConfigurations,
  EventBridgeConfiguration,
});

const accountBlocks = new WeakMap<AwsServices, Promise<Json | Unread | undefined>>();

/** The block that the account puts before all of its buckets, asked once for all of them. */
function accountBlock(services: AwsServices, account: string): Promise<Json | Unread | undefined> {
  const known = accountBlocks.get(services);
  if (known) return known;
  const asked = services.s3Control.part(
    'GetPublicAccessBlock',
    { AccountId: account },
    (reply) => reply.PublicAccessBlockConfiguration,
    ['NoSuchPublicAccessBlockConfiguration'],
  );
  accountBlocks.set(services, asked);
  return asked;
}
