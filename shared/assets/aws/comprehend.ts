import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const text = z.string().optional();

const PACKAGE = '@aws-sdk/client-comprehend';
const vpc = z.looseObject({ Subnets: z.array(z.string()).optional() }).optional();

export const job = assetType('aws.comprehend.job', {
  title: 'Comprehend analysis job',
  placement: 'region',
  // CloudFormation has no type for jobs.
  nativeType: 'AWS::Comprehend::Job',
  // What the jobs of all kinds have in common; the kind is in the ARN.
  shape: { package: PACKAGE, type: 'EntitiesDetectionJobProperties' },
  // Jobs are immutable and endless. A role and a kind are what a pipeline runs again and again.
  recurs: {
    cause: ({ DataAccessRoleArn, JobArn }) => {
      const kind = typeof JobArn === 'string' ? /:([a-z-]+-job)\//.exec(JobArn)?.[1] : undefined;
      return typeof DataAccessRoleArn === 'string' && kind ? `${DataAccessRoleArn} ${kind}` : undefined;
    },
    at: ({ SubmitTime }) => String(SubmitTime ?? ''),
  },
  config: z.looseObject({
    JobArn: text,
    DataAccessRoleArn: text,
    VolumeKmsKeyId: text,
    OutputDataConfig: z.looseObject({ S3Uri: text, KmsKeyId: text }).optional(),
  }),
});

const trained = { DataAccessRoleArn: text, VolumeKmsKeyId: text, ModelKmsKeyId: text, VpcConfig: vpc };

export const entityRecognizer = assetType('aws.comprehend.entity-recognizer', {
  title: 'Comprehend entity recognizer',
  placement: 'region',
  nativeType: 'AWS::Comprehend::EntityRecognizer',
  shape: { package: PACKAGE, type: 'EntityRecognizerProperties', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject(trained),
});

export const documentClassifier = assetType('aws.comprehend.document-classifier', {
  title: 'Comprehend document classifier',
  placement: 'region',
  nativeType: 'AWS::Comprehend::DocumentClassifier',
  shape: { package: PACKAGE, type: 'DocumentClassifierProperties', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject(trained),
});

export const flywheel = assetType('aws.comprehend.flywheel', {
  title: 'Comprehend flywheel',
  placement: 'region',
  nativeType: 'AWS::Comprehend::Flywheel',
  shape: { package: PACKAGE, type: 'FlywheelProperties', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({
    DataAccessRoleArn: text,
    DataSecurityConfig: z
      .looseObject({ ModelKmsKeyId: text, VolumeKmsKeyId: text, DataLakeKmsKeyId: text, VpcConfig: vpc })
      .optional(),
  }),
});
