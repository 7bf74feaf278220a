import * as client from '@aws-sdk/client-textract';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'textract',
  signingName: 'textract',
  protocol: 'json',
  client,
  handlers: {
    ListAdapterVersions: lists('textract versions', 'AdapterVersions'),
    GetAdapterVersion: gets('textract versions', {
      AdapterId: 'AdapterId',
      AdapterVersion: 'AdapterVersion',
    }),
  },
  sample: {
    'textract versions': [
      {
        AdapterId: '0a1b2c3d',
        AdapterVersion: '1',
        CreationTime: '2026-11-20T08:00:00.000Z',
        FeatureTypes: ['QUERIES'],
        Status: 'ACTIVE',
        OutputConfig: { S3Bucket: 'sample-models' },
        Tags: { owner: 'documents' },
        KMSKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
      },
      {
        AdapterId: '0a1b2c3d',
        AdapterVersion: '2',
        CreationTime: '2026-11-20T08:00:00.000Z',
        FeatureTypes: ['QUERIES'],
        Status: 'ACTIVE',
        OutputConfig: { S3Bucket: 'sample-models' },
        Tags: { owner: 'documents' },
      },
      {
        AdapterId: '0a1b2c3d',
        AdapterVersion: '3',
        CreationTime: '2026-11-20T08:00:00.000Z',
        FeatureTypes: ['QUERIES'],
        Status: 'ACTIVE',
        OutputConfig: { S3Bucket: 'sample-models' },
        Tags: { owner: 'documents' },
      },
    ],
  },
} satisfies EstateService;
