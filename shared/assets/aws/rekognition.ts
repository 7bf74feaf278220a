import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags, TAGS } from './tags.ts';

const PACKAGE = '@aws-sdk/client-rekognition';

const text = z.string().optional();

export const project = assetType('aws.rekognition.project', {
  title: 'Rekognition Custom Labels project',
  placement: 'region',
  nativeType: 'AWS::Rekognition::Project',
  shape: {
    package: PACKAGE,
    type: 'ProjectDescription',
    parts: { ProjectPolicies: 'ListProjectPoliciesResponse.ProjectPolicies', Tags: TAGS },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    Feature: z.enum(['CONTENT_MODERATION', 'CUSTOM_LABELS']).optional(),
    ProjectPolicies: z
      .array(z.looseObject({ PolicyName: text, PolicyDocument: policyDocument.optional() }))
      .optional(),
  }),
});

export const projectVersion = assetType('aws.rekognition.project-version', {
  title: 'Rekognition Custom Labels model',
  placement: 'region',
  // CloudFormation has no type for versions: this is the name of the resource in IAM.
  nativeType: 'AWS::Rekognition::ProjectVersion',
  shape: { package: PACKAGE, type: 'ProjectVersionDescription' },
  config: z.looseObject({
    KmsKeyId: text,
    Status: z
      .enum([
        'COPYING_COMPLETED',
        'COPYING_FAILED',
        'COPYING_IN_PROGRESS',
        'DELETING',
        'DEPRECATED',
        'EXPIRED',
        'FAILED',
        'RUNNING',
        'STARTING',
        'STOPPED',
        'STOPPING',
        'TRAINING_COMPLETED',
        'TRAINING_FAILED',
        'TRAINING_IN_PROGRESS',
      ])
      .optional(),
    OutputConfig: z.looseObject({ S3Bucket: text }).optional(),
  }),
});

export const streamProcessor = assetType('aws.rekognition.stream-processor', {
  title: 'Rekognition stream processor',
  placement: 'region',
  nativeType: 'AWS::Rekognition::StreamProcessor',
  shape: { package: PACKAGE, type: 'DescribeStreamProcessorResponse', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({
    RoleArn: text,
    KmsKeyId: text,
    DataSharingPreference: z.looseObject({ OptIn: z.boolean().optional() }).optional(),
  }),
});
