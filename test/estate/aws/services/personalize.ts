import * as client from '@aws-sdk/client-personalize';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'personalize',
  signingName: 'personalize',
  protocol: 'json',
  client,
  handlers: {
    ListDatasetGroups: lists('personalize groups', 'datasetGroups', { token: ['nextToken', 'nextToken'] }),
    DescribeDatasetGroup: gets(
      'personalize groups',
      { datasetGroupArn: 'datasetGroupArn' },
      { under: 'datasetGroup' },
    ),
  },
  sample: {
    'personalize groups': [
      {
        name: 'shop',
        datasetGroupArn: 'arn:aws:personalize:eu-west-1:444455556666:dataset-group/shop',
        status: 'ACTIVE',
        creationDateTime: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        kmsKeyArn: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        roleArn: 'arn:aws:iam::444455556666:role/personalize',
      },
      {
        name: 'films',
        datasetGroupArn: 'arn:aws:personalize:eu-west-1:444455556666:dataset-group/films',
        status: 'ACTIVE',
        creationDateTime: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
      {
        name: 'news',
        datasetGroupArn: 'arn:aws:personalize:eu-west-1:444455556666:dataset-group/news',
        status: 'ACTIVE',
        creationDateTime: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
    ],
  },
} satisfies EstateService;
