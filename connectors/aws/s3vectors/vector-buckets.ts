import type { VectorBucketSummary } from '@aws-sdk/client-s3vectors';
import { vectorBucket } from '#shared/assets/aws/s3vectors.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, nameInArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';

export default awsConnector<Pick<VectorBucketSummary, 'vectorBucketArn' | 'vectorBucketName'>>(vectorBucket, {
  operations: {
    list: awsOperations('s3vectors:ListVectorBuckets'),
    read: awsOperations('s3vectors:GetVectorBucket'),
    parts: { Policy: awsOperation('s3vectors:GetVectorBucketPolicy') },
  },
  events: ['CreateVectorBucket', 'PutVectorBucketPolicy', 'DeleteVectorBucketPolicy', 'DeleteVectorBucket'],
  list: ({ s3Vectors }) => s3Vectors.list('ListVectorBuckets', { maxResults: 500 }, 'vectorBuckets'),
  identify: ({ vectorBucketArn = '', vectorBucketName = '' }) => ({
    id: vectorBucketArn,
    name: vectorBucketName,
  }),
  async read({ s3Vectors }, { vectorBucketArn }) {
    const [{ vectorBucket: described }, Policy] = await Promise.all([
      s3Vectors('GetVectorBucket', { vectorBucketArn }),
      s3Vectors.part('GetVectorBucketPolicy', { vectorBucketArn }, ({ policy }) => decodedJson(policy), [
        'NotFoundException',
      ]),
    ]);
    return { ...described, Policy };
  },
  find: async (_services, id) => ({ vectorBucketArn: id, vectorBucketName: nameInArn(id) }),
  affected: (event, { scope }) => {
    const name = asked(event, 'vectorBucketName');
    return asked(event, 'vectorBucketArn') ?? (name && arnIn(scope, 's3vectors', `bucket/${name}`));
  },
  relations: ({ encryptionConfiguration }) => [
    relation(
      'encrypted-by',
      isObject(encryptionConfiguration) ? encryptionConfiguration['kmsKeyArn'] : undefined,
    ),
  ],
});
