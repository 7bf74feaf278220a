import * as client from '@aws-sdk/client-comprehend';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const isOfKind =
  (kind: string) =>
  ({ JobArn }: JsonObject): boolean =>
    String(JobArn).includes(`:${kind}/`);

export default {
  prefix: 'comprehend',
  signingName: 'comprehend',
  protocol: 'json',
  client,
  handlers: {
    ListEntitiesDetectionJobs: lists('comprehend jobs', 'EntitiesDetectionJobPropertiesList', {
      where: isOfKind('entities-detection-job'),
    }),
    ListSentimentDetectionJobs: lists('comprehend jobs', 'SentimentDetectionJobPropertiesList', {
      where: isOfKind('sentiment-detection-job'),
    }),
    ListTargetedSentimentDetectionJobs: lists(
      'comprehend jobs',
      'TargetedSentimentDetectionJobPropertiesList',
      { where: isOfKind('targeted-sentiment-detection-job') },
    ),
    ListKeyPhrasesDetectionJobs: lists('comprehend jobs', 'KeyPhrasesDetectionJobPropertiesList', {
      where: isOfKind('key-phrases-detection-job'),
    }),
    ListDominantLanguageDetectionJobs: lists(
      'comprehend jobs',
      'DominantLanguageDetectionJobPropertiesList',
      { where: isOfKind('dominant-language-detection-job') },
    ),
    ListTopicsDetectionJobs: lists('comprehend jobs', 'TopicsDetectionJobPropertiesList', {
      where: isOfKind('topics-detection-job'),
    }),
    ListEventsDetectionJobs: lists('comprehend jobs', 'EventsDetectionJobPropertiesList', {
      where: isOfKind('events-detection-job'),
    }),
    ListPiiEntitiesDetectionJobs: lists('comprehend jobs', 'PiiEntitiesDetectionJobPropertiesList', {
      where: isOfKind('pii-entities-detection-job'),
    }),
    ListDocumentClassificationJobs: lists('comprehend jobs', 'DocumentClassificationJobPropertiesList', {
      where: isOfKind('document-classification-job'),
    }),
    ListEntityRecognizers: lists('comprehend recognizers', 'EntityRecognizerPropertiesList'),
    ListDocumentClassifiers: lists('comprehend classifiers', 'DocumentClassifierPropertiesList'),
    ListFlywheels: lists('comprehend flywheels', 'FlywheelSummaryList'),
    DescribeFlywheel: gets(
      'comprehend flywheels',
      { FlywheelArn: 'FlywheelArn' },
      { under: 'FlywheelProperties' },
    ),
  },
  sample: {
    'comprehend jobs': [
      {
        JobId: 'j1',
        JobArn: 'arn:aws:comprehend:eu-west-1:444455556666:entities-detection-job/j1',
        JobName: 'entities-detection-job-1',
        JobStatus: 'COMPLETED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        InputDataConfig: { S3Uri: 's3://sample-prompts/in' },
        OutputDataConfig: {
          S3Uri: 's3://sample-models/out',
          KmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        },
        VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
      },
      {
        JobId: 'j2',
        JobArn: 'arn:aws:comprehend:eu-west-1:444455556666:entities-detection-job/j2',
        JobName: 'entities-detection-job-2',
        JobStatus: 'COMPLETED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        InputDataConfig: { S3Uri: 's3://sample-prompts/in' },
        OutputDataConfig: { S3Uri: 's3://sample-models/out' },
      },
      {
        JobId: 'j3',
        JobArn: 'arn:aws:comprehend:eu-west-1:444455556666:sentiment-detection-job/j3',
        JobName: 'sentiment-detection-job-3',
        JobStatus: 'COMPLETED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        InputDataConfig: { S3Uri: 's3://sample-prompts/in' },
        OutputDataConfig: {
          S3Uri: 's3://sample-models/out',
          KmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        },
      },
      {
        JobId: 'j4',
        JobArn: 'arn:aws:comprehend:eu-west-1:444455556666:pii-entities-detection-job/j4',
        JobName: 'pii-entities-detection-job-4',
        JobStatus: 'COMPLETED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        InputDataConfig: { S3Uri: 's3://sample-prompts/in' },
        OutputDataConfig: { S3Uri: 's3://sample-models/out' },
      },
      {
        JobId: 'j5',
        JobArn: 'arn:aws:comprehend:eu-west-1:444455556666:topics-detection-job/j5',
        JobName: 'topics-detection-job-5',
        JobStatus: 'COMPLETED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        InputDataConfig: { S3Uri: 's3://sample-prompts/in' },
        OutputDataConfig: { S3Uri: 's3://sample-models/out' },
        VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
      },
    ],
    'comprehend recognizers': [
      {
        EntityRecognizerArn: 'arn:aws:comprehend:eu-west-1:444455556666:entity-recognizer/parts',
        LanguageCode: 'en',
        Status: 'TRAINED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        ModelKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        VpcConfig: { Subnets: ['subnet-0b1c2d3e'], SecurityGroupIds: ['sg-0a1b2c3d'] },
      },
      {
        EntityRecognizerArn: 'arn:aws:comprehend:eu-west-1:444455556666:entity-recognizer/people',
        LanguageCode: 'en',
        Status: 'TRAINED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
      {
        EntityRecognizerArn: 'arn:aws:comprehend:eu-west-1:444455556666:entity-recognizer/places',
        LanguageCode: 'en',
        Status: 'TRAINED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        ModelKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
      },
    ],
    'comprehend classifiers': [
      {
        DocumentClassifierArn: 'arn:aws:comprehend:eu-west-1:444455556666:document-classifier/tickets',
        LanguageCode: 'en',
        Status: 'TRAINED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        ModelKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
      },
      {
        DocumentClassifierArn: 'arn:aws:comprehend:eu-west-1:444455556666:document-classifier/letters',
        LanguageCode: 'en',
        Status: 'TRAINED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
      {
        DocumentClassifierArn: 'arn:aws:comprehend:eu-west-1:444455556666:document-classifier/orders',
        LanguageCode: 'en',
        Status: 'TRAINED',
        SubmitTime: '2026-11-20T08:00:00.000Z',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        ModelKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
      },
    ],
    'comprehend flywheels': [
      {
        FlywheelArn: 'arn:aws:comprehend:eu-west-1:444455556666:flywheel/tickets',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        DataLakeS3Uri: 's3://sample-models/lake',
        Status: 'ACTIVE',
        ModelType: 'DOCUMENT_CLASSIFIER',
        CreationTime: '2026-11-20T08:00:00.000Z',
        LastModifiedTime: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        DataSecurityConfig: {
          VpcConfig: { Subnets: ['subnet-0b1c2d3e'], SecurityGroupIds: ['sg-0a1b2c3d'] },
          ModelKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        },
      },
      {
        FlywheelArn: 'arn:aws:comprehend:eu-west-1:444455556666:flywheel/letters',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        DataLakeS3Uri: 's3://sample-models/lake',
        Status: 'ACTIVE',
        ModelType: 'DOCUMENT_CLASSIFIER',
        CreationTime: '2026-11-20T08:00:00.000Z',
        LastModifiedTime: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
      {
        FlywheelArn: 'arn:aws:comprehend:eu-west-1:444455556666:flywheel/orders',
        DataAccessRoleArn: 'arn:aws:iam::444455556666:role/comprehend',
        DataLakeS3Uri: 's3://sample-models/lake',
        Status: 'ACTIVE',
        ModelType: 'DOCUMENT_CLASSIFIER',
        CreationTime: '2026-11-20T08:00:00.000Z',
        LastModifiedTime: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        DataSecurityConfig: {
          ModelKmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        },
      },
    ],
  },
} satisfies EstateService;
