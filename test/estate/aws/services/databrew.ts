import * as client from '@aws-sdk/client-databrew';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'databrew',
  signingName: 'databrew',
  protocol: 'rest-json',
  client,
  handlers: { ListJobs: lists('databrew jobs', 'Jobs') },
  sample: {
    'databrew jobs': [
      {
        Name: 'profile',
        ResourceArn: 'arn:aws:databrew:eu-west-1:444455556666:job/profile',
        Type: 'PROFILE',
        RoleArn: 'arn:aws:iam::444455556666:role/databrew',
        CreateDate: '2026-11-20T08:00:00.000Z',
        Outputs: [{ Location: { Bucket: 'sample-models' } }],
        Tags: { owner: 'ml' },
        EncryptionMode: 'SSE-KMS',
        EncryptionKeyArn: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
      },
      {
        Name: 'clean',
        ResourceArn: 'arn:aws:databrew:eu-west-1:444455556666:job/clean',
        Type: 'PROFILE',
        RoleArn: 'arn:aws:iam::444455556666:role/databrew',
        CreateDate: '2026-11-20T08:00:00.000Z',
        Outputs: [{ Location: { Bucket: 'sample-models' } }],
        Tags: { owner: 'ml' },
      },
      {
        Name: 'join',
        ResourceArn: 'arn:aws:databrew:eu-west-1:444455556666:job/join',
        Type: 'PROFILE',
        RoleArn: 'arn:aws:iam::444455556666:role/databrew',
        CreateDate: '2026-11-20T08:00:00.000Z',
        Outputs: [{ Location: { Bucket: 'sample-models' } }],
        Tags: { owner: 'ml' },
        EncryptionMode: 'SSE-S3',
      },
    ],
  },
} satisfies EstateService;
