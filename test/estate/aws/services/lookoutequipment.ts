import * as client from '@aws-sdk/client-lookoutequipment';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'lookoutequipment',
  signingName: 'lookoutequipment',
  protocol: 'json',
  client,
  handlers: {
    ListDatasets: lists('lookout datasets', 'DatasetSummaries'),
    DescribeDataset: gets('lookout datasets', { DatasetName: 'DatasetName' }),
  },
  sample: {
    'lookout datasets': [
      {
        DatasetName: 'pump',
        DatasetArn: 'arn:aws:lookoutequipment:eu-west-1:444455556666:dataset/pump/0a1b2c3d',
        Status: 'ACTIVE',
        CreatedAt: '2026-11-20T08:00:00.000Z',
        RoleArn: 'arn:aws:iam::444455556666:role/lookout',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        ServerSideKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
      },
      {
        DatasetName: 'press',
        DatasetArn: 'arn:aws:lookoutequipment:eu-west-1:444455556666:dataset/press/0a1b2c3d',
        Status: 'ACTIVE',
        CreatedAt: '2026-11-20T08:00:00.000Z',
        RoleArn: 'arn:aws:iam::444455556666:role/lookout',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
      {
        DatasetName: 'mill',
        DatasetArn: 'arn:aws:lookoutequipment:eu-west-1:444455556666:dataset/mill/0a1b2c3d',
        Status: 'ACTIVE',
        CreatedAt: '2026-11-20T08:00:00.000Z',
        RoleArn: 'arn:aws:iam::444455556666:role/lookout',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
    ],
  },
} satisfies EstateService;
