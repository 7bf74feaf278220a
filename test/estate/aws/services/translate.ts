import * as client from '@aws-sdk/client-translate';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'translate',
  signingName: 'translate',
  protocol: 'json',
  client,
  handlers: { ListTextTranslationJobs: lists('translate jobs', 'TextTranslationJobPropertiesList') },
  sample: {
    'translate jobs': [
      {
        JobId: '0a1b2c3d1',
        JobName: 'manuals-1',
        JobStatus: 'COMPLETED',
        SourceLanguageCode: 'en',
        TargetLanguageCodes: ['de'],
        SubmittedTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/translate',
        InputDataConfig: { S3Uri: 's3://sample-prompts/in', ContentType: 'text/plain' },
        OutputDataConfig: {
          S3Uri: 's3://sample-models/out',
          EncryptionKey: {
            Type: 'KMS',
            Id: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
          },
        },
      },
      {
        JobId: '0a1b2c3d2',
        JobName: 'manuals-2',
        JobStatus: 'COMPLETED',
        SourceLanguageCode: 'fr',
        TargetLanguageCodes: ['de'],
        SubmittedTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/translate',
        InputDataConfig: { S3Uri: 's3://sample-prompts/in', ContentType: 'text/plain' },
        OutputDataConfig: { S3Uri: 's3://sample-models/out' },
      },
      {
        JobId: '0a1b2c3d3',
        JobName: 'manuals-3',
        JobStatus: 'COMPLETED',
        SourceLanguageCode: 'it',
        TargetLanguageCodes: ['de'],
        SubmittedTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/translate',
        InputDataConfig: { S3Uri: 's3://sample-prompts/in', ContentType: 'text/plain' },
        OutputDataConfig: { S3Uri: 's3://sample-models/out' },
      },
    ],
  },
} satisfies EstateService;
