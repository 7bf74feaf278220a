import * as client from '@aws-sdk/client-forecast';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'forecast',
  signingName: 'forecast',
  protocol: 'json',
  client,
  handlers: {
    ListDatasets: lists('forecast datasets', 'Datasets'),
    DescribeDataset: gets('forecast datasets', { DatasetArn: 'DatasetArn' }),
    ListForecastExportJobs: lists('forecast exports', 'ForecastExportJobs'),
  },
  sample: {
    'forecast datasets': [
      {
        DatasetArn: 'arn:aws:forecast:eu-west-1:444455556666:dataset/sales',
        DatasetName: 'sales',
        Domain: 'RETAIL',
        DatasetType: 'TARGET_TIME_SERIES',
        Status: 'ACTIVE',
        CreationTime: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        EncryptionConfig: {
          RoleArn: 'arn:aws:iam::444455556666:role/forecast',
          KMSKeyArn: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        },
      },
      {
        DatasetArn: 'arn:aws:forecast:eu-west-1:444455556666:dataset/stock',
        DatasetName: 'stock',
        Domain: 'RETAIL',
        DatasetType: 'TARGET_TIME_SERIES',
        Status: 'ACTIVE',
        CreationTime: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
      {
        DatasetArn: 'arn:aws:forecast:eu-west-1:444455556666:dataset/staff',
        DatasetName: 'staff',
        Domain: 'RETAIL',
        DatasetType: 'TARGET_TIME_SERIES',
        Status: 'ACTIVE',
        CreationTime: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
    ],
    'forecast exports': [
      {
        ForecastExportJobArn: 'arn:aws:forecast:eu-west-1:444455556666:forecast-export-job/f/weekly',
        ForecastExportJobName: 'weekly',
        Status: 'ACTIVE',
        CreationTime: '2026-11-20T08:00:00.000Z',
        Destination: {
          S3Config: {
            Path: 's3://sample-models/weekly',
            RoleArn: 'arn:aws:iam::444455556666:role/forecast',
            KMSKeyArn: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
          },
        },
      },
      {
        ForecastExportJobArn: 'arn:aws:forecast:eu-west-1:444455556666:forecast-export-job/f/daily',
        ForecastExportJobName: 'daily',
        Status: 'ACTIVE',
        CreationTime: '2026-11-20T08:00:00.000Z',
        Destination: {
          S3Config: { Path: 's3://sample-models/daily', RoleArn: 'arn:aws:iam::444455556666:role/forecast' },
        },
      },
      {
        ForecastExportJobArn: 'arn:aws:forecast:eu-west-1:444455556666:forecast-export-job/f/monthly',
        ForecastExportJobName: 'monthly',
        Status: 'ACTIVE',
        CreationTime: '2026-11-20T08:00:00.000Z',
        Destination: {
          S3Config: {
            Path: 's3://sample-models/monthly',
            RoleArn: 'arn:aws:iam::444455556666:role/forecast',
          },
        },
      },
    ],
  },
} satisfies EstateService;
