import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { isObject } from '#shared/model/json.ts';
import { listedTags, TAGS } from './tags.ts';

const text = z.string().optional();

const PACKAGE = '@aws-sdk/client-transcribe';

export const job = assetType('aws.transcribe.job', {
  title: 'Transcribe job',
  placement: 'region',
  // CloudFormation has no type for jobs.
  nativeType: 'AWS::Transcribe::Job',
  shape: { package: PACKAGE, type: 'TranscriptionJobSummary' },
  // Jobs are immutable and endless, and the list names no role: a language and a model are what is run again.
  recurs: {
    cause: ({ LanguageCode, ModelSettings }) => {
      const model = isObject(ModelSettings) ? ModelSettings['LanguageModelName'] : undefined;
      return typeof LanguageCode === 'string'
        ? [LanguageCode, ...(typeof model === 'string' ? [model] : [])].join(' ')
        : undefined;
    },
    at: ({ CreationTime }) => String(CreationTime ?? ''),
  },
  config: z.looseObject({
    OutputLocationType: z.enum(['CUSTOMER_BUCKET', 'SERVICE_BUCKET']).optional(),
    LanguageCode: text,
  }),
});

export const languageModel = assetType('aws.transcribe.language-model', {
  title: 'Transcribe custom language model',
  placement: 'region',
  // CloudFormation has no type for these: this is the name of the resource in IAM.
  nativeType: 'AWS::Transcribe::LanguageModel',
  shape: { package: PACKAGE, type: 'LanguageModel', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({
    EncryptionConfiguration: z.looseObject({ KMSKey: text }).optional(),
    InputDataConfig: z.looseObject({ S3Uri: text, DataAccessRoleArn: text }).optional(),
  }),
});
