import * as client from '@aws-sdk/client-s3vectors';
import type { JsonObject } from '#shared/model/json.ts';
import { one } from '../handler.ts';
import { AwsError } from '../reply.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const bucket = (name: string, more: JsonObject): JsonObject => ({
  vectorBucketName: name,
  vectorBucketArn: `arn:aws:s3vectors:eu-west-1:444455556666:bucket/${name}`,
  creationTime: '2026-11-20T08:00:00.000Z',
  encryptionConfiguration: { sseType: 'AES256' },
  ...more,
});

const gone = new AwsError('NotFoundException', 'There is no such vector bucket.', 404);

const service: EstateService = {
  prefix: 's3vectors',
  signingName: 's3vectors',
  protocol: 'rest-json',
  client,
  handlers: {
    ListVectorBuckets: lists('s3vectors/buckets', 'vectorBuckets', { token: ['nextToken', 'nextToken'] }),
    GetVectorBucket: gets(
      's3vectors/buckets',
      { vectorBucketArn: 'vectorBucketArn' },
      { under: 'vectorBucket', error: gone },
    ),
    GetVectorBucketPolicy: ({ region, input }) => {
      const { policy } = one(
        region.resources('s3vectors/buckets'),
        ({ vectorBucketArn }) => vectorBucketArn === input['vectorBucketArn'],
        gone,
      );
      if (policy === undefined) throw gone;
      return { policy };
    },
  },
  sample: {
    's3vectors/buckets': [
      bucket('kept', {
        encryptionConfiguration: {
          sseType: 'aws:kms',
          kmsKeyArn: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        },
      }),
      bucket('open', {
        policy: JSON.stringify({
          Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3vectors:QueryVectors', Resource: '*' }],
        }),
      }),
      bucket('plain', {}),
    ],
  },
};
export default service;
