import type { Bucket } from '@aws-sdk/client-s3';
import { bucket } from '#shared/assets/aws/s3.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArn, parseArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';

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
  ],
  async *list({ s3 }, { scope: { region }, references }) {
    const named = await references(isBucket);
    const inRegion = s3.list('ListBuckets', { BucketRegion: region, MaxBuckets: 1000 }, 'Buckets', PAGES);
    for await (const found of inRegion) if (named.has(bucketArn(found.Name ?? '', region))) yield found;
  },
  identify: ({ Name = '' }, { scope: { region } }) => ({ id: Name && bucketArn(Name, region), name: Name }),
  async read({ s3 }, summary, { scope: { account } }) {
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
