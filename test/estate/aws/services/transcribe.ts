import * as client from '@aws-sdk/client-transcribe';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'transcribe',
  signingName: 'transcribe',
  protocol: 'json',
  client,
  handlers: {
    ListTranscriptionJobs: lists('transcribe jobs', 'TranscriptionJobSummaries'),
    ListLanguageModels: lists('transcribe models', 'Models'),
  },
  sample: {
    'transcribe jobs': [
      {
        TranscriptionJobName: 'call-1',
        CreationTime: '2026-11-20T08:00:00.000Z',
        CompletionTime: '2026-11-20T08:00:00.000Z',
        LanguageCode: 'en-GB',
        TranscriptionJobStatus: 'COMPLETED',
        OutputLocationType: 'CUSTOMER_BUCKET',
      },
      {
        TranscriptionJobName: 'call-2',
        CreationTime: '2026-11-20T08:00:00.000Z',
        CompletionTime: '2026-11-20T08:00:00.000Z',
        LanguageCode: 'fr-FR',
        TranscriptionJobStatus: 'COMPLETED',
        OutputLocationType: 'SERVICE_BUCKET',
      },
      {
        TranscriptionJobName: 'call-3',
        CreationTime: '2026-11-20T08:00:00.000Z',
        CompletionTime: '2026-11-20T08:00:00.000Z',
        LanguageCode: 'it-IT',
        TranscriptionJobStatus: 'COMPLETED',
        OutputLocationType: 'CUSTOMER_BUCKET',
      },
    ],
    'transcribe models': [
      {
        ModelName: 'claims',
        Arn: 'arn:aws:transcribe:eu-west-1:444455556666:language-model/claims',
        CreateTime: '2026-11-20T08:00:00.000Z',
        LanguageCode: 'en-US',
        BaseModelName: 'WideBand',
        ModelStatus: 'COMPLETED',
        InputDataConfig: {
          S3Uri: 's3://sample-prompts/corpus',
          DataAccessRoleArn: 'arn:aws:iam::444455556666:role/transcribe',
        },
        Tags: [{ Key: 'owner', Value: 'ml' }],
        EncryptionConfiguration: {
          KMSKey: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        },
      },
      {
        ModelName: 'desk',
        Arn: 'arn:aws:transcribe:eu-west-1:444455556666:language-model/desk',
        CreateTime: '2026-11-20T08:00:00.000Z',
        LanguageCode: 'en-US',
        BaseModelName: 'WideBand',
        ModelStatus: 'COMPLETED',
        InputDataConfig: {
          S3Uri: 's3://sample-prompts/corpus',
          DataAccessRoleArn: 'arn:aws:iam::444455556666:role/transcribe',
        },
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
      {
        ModelName: 'sales',
        Arn: 'arn:aws:transcribe:eu-west-1:444455556666:language-model/sales',
        CreateTime: '2026-11-20T08:00:00.000Z',
        LanguageCode: 'en-US',
        BaseModelName: 'WideBand',
        ModelStatus: 'COMPLETED',
        InputDataConfig: {
          S3Uri: 's3://sample-prompts/corpus',
          DataAccessRoleArn: 'arn:aws:iam::444455556666:role/transcribe',
        },
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
    ],
  },
} satisfies EstateService;
