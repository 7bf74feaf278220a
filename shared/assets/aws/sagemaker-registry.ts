import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags } from './tags.ts';

const PACKAGE = '@aws-sdk/client-sagemaker';

const text = z.string().optional();
const tags = listedTags('Tags');

export const featureGroup = assetType('aws.sagemaker.feature-group', {
  title: 'SageMaker feature group',
  placement: 'region',
  nativeType: 'AWS::SageMaker::FeatureGroup',
  shape: { package: PACKAGE, type: 'FeatureGroup' },
  tags,
  config: z.looseObject({
    OnlineStoreConfig: z
      .looseObject({
        EnableOnlineStore: z.boolean().optional(),
        StorageType: z.enum(['InMemory', 'Standard', 'Standard_V2']).optional(),
        SecurityConfig: z.looseObject({ KmsKeyId: text }).optional(),
      })
      .optional(),
    OfflineStoreConfig: z
      .looseObject({
        S3StorageConfig: z.looseObject({ S3Uri: text, KmsKeyId: text }).optional(),
      })
      .optional(),
    RoleArn: text,
  }),
});

const identity = z
  .looseObject({
    UserProfileArn: text,
    IamIdentity: z.looseObject({ Arn: text, PrincipalId: text }).optional(),
  })
  .optional();

export const modelPackage = assetType('aws.sagemaker.model-package', {
  title: 'SageMaker model package',
  placement: 'region',
  nativeType: 'AWS::SageMaker::ModelPackage',
  shape: { package: PACKAGE, type: 'ModelPackage' },
  tags,
  // Of a group the latest version is what is deployed next.
  recurs: {
    cause: ({ ModelPackageGroupName }) =>
      typeof ModelPackageGroupName === 'string' ? ModelPackageGroupName : undefined,
    at: ({ CreationTime }) => String(CreationTime ?? ''),
  },
  config: z.looseObject({
    ModelPackageGroupName: text,
    ModelApprovalStatus: z.enum(['Approved', 'PendingManualApproval', 'Rejected']).optional(),
    CreationTime: text,
    LastModifiedTime: text,
    CreatedBy: identity,
    LastModifiedBy: identity,
  }),
});

export const modelPackageGroup = assetType('aws.sagemaker.model-package-group', {
  title: 'SageMaker model package group',
  placement: 'region',
  nativeType: 'AWS::SageMaker::ModelPackageGroup',
  shape: {
    package: PACKAGE,
    type: 'ModelPackageGroup',
    parts: { ResourcePolicy: 'GetModelPackageGroupPolicyOutput.ResourcePolicy' },
  },
  tags,
  config: z.looseObject({ ModelPackageGroupName: text, ResourcePolicy: policyDocument.optional() }),
});
