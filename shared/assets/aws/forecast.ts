import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { isObject } from '#shared/model/json.ts';
import { listedTags, TAGS } from './tags.ts';

const text = z.string().optional();

const PACKAGE = '@aws-sdk/client-forecast';

export const dataset = assetType('aws.forecast.dataset', {
  title: 'Forecast dataset',
  placement: 'region',
  nativeType: 'AWS::Forecast::Dataset',
  shape: { package: PACKAGE, type: 'DescribeDatasetResponse', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({ EncryptionConfig: z.looseObject({ RoleArn: text, KMSKeyArn: text }).optional() }),
});

export const exportJob = assetType('aws.forecast.export-job', {
  title: 'Forecast export job',
  placement: 'region',
  // CloudFormation has no type for jobs.
  nativeType: 'AWS::Forecast::ExportJob',
  shape: { package: PACKAGE, type: 'ForecastExportJobSummary' },
  // Jobs are immutable and endless. A role and a destination are what a pipeline runs again and again.
  recurs: {
    cause: ({ Destination }) => {
      const s3 = isObject(Destination) ? Destination['S3Config'] : undefined;
      return isObject(s3) && typeof s3['RoleArn'] === 'string' && typeof s3['Path'] === 'string'
        ? `${s3['RoleArn']} ${s3['Path']}`
        : undefined;
    },
    at: ({ CreationTime }) => String(CreationTime ?? ''),
  },
  config: z.looseObject({
    Destination: z
      .looseObject({ S3Config: z.looseObject({ Path: text, RoleArn: text, KMSKeyArn: text }).optional() })
      .optional(),
  }),
});
