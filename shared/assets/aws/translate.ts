import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const text = z.string().optional();

export const job = assetType('aws.translate.job', {
  title: 'Translate batch job',
  placement: 'region',
  // CloudFormation has no type for jobs.
  nativeType: 'AWS::Translate::Job',
  shape: { package: '@aws-sdk/client-translate', type: 'TextTranslationJobProperties' },
  // Jobs are immutable and endless. A role and a language are what a pipeline runs again and again.
  recurs: {
    cause: ({ DataAccessRoleArn, SourceLanguageCode }) =>
      typeof DataAccessRoleArn === 'string' && typeof SourceLanguageCode === 'string'
        ? `${DataAccessRoleArn} ${SourceLanguageCode}`
        : undefined,
    at: ({ SubmittedTime }) => String(SubmittedTime ?? ''),
  },
  config: z.looseObject({
    DataAccessRoleArn: text,
    OutputDataConfig: z
      .looseObject({
        S3Uri: text,
        EncryptionKey: z.looseObject({ Type: z.enum(['KMS']).optional(), Id: text }).optional(),
      })
      .optional(),
  }),
});
