import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags } from './tags.ts';

const inlinePolicies = z.array(z.looseObject({ PolicyName: z.string(), PolicyDocument: policyDocument }));
const attachedPolicies = z.array(
  z.looseObject({ PolicyName: z.string(), PolicyArn: z.string(), Document: policyDocument.optional() }),
);

/** What roles and users have alike. */
const principal = {
  Arn: z.string(),
  AttachedManagedPolicies: attachedPolicies.optional(),
  PermissionsBoundary: z
    .looseObject({ PermissionsBoundaryArn: z.string().optional(), Document: policyDocument.optional() })
    .optional(),
  /** Of AI services that the policies name alone, and only from a report that is finished. */
  LastAccessed: z
    .looseObject({
      JobCompletionDate: z.string().optional(),
      ServicesLastAccessed: z
        .array(z.looseObject({ ServiceNamespace: z.string(), LastAuthenticated: z.string().optional() }))
        .optional(),
    })
    .optional(),
};

/** Each with its document, from the policies that the same operation lists. */
const parts = {
  AttachedManagedPolicies: 'AttachedPolicy&PolicyVersion[]',
  PermissionsBoundary: 'AttachedPermissionsBoundary&PolicyVersion',
  LastAccessed: 'GetServiceLastAccessedDetailsResponse',
};

export const role = assetType('aws.iam.role', {
  title: 'IAM role',
  placement: 'global',
  nativeType: 'AWS::IAM::Role',
  asffType: 'AwsIamRole',
  shape: { package: '@aws-sdk/client-iam', type: 'RoleDetail', parts },
  tags: listedTags('Tags'),
  config: z.looseObject({
    RoleName: z.string(),
    AssumeRolePolicyDocument: policyDocument.optional(),
    RolePolicyList: inlinePolicies.optional(),
    ...principal,
  }),
});

/** A policy that principals share; roles and users that are context name it by its ARN and hold no document. */
export const managedPolicy = assetType('aws.iam.managed-policy', {
  title: 'IAM managed policy',
  placement: 'global',
  nativeType: 'AWS::IAM::ManagedPolicy',
  asffType: 'AwsIamPolicy',
  shape: {
    package: '@aws-sdk/client-iam',
    type: 'ManagedPolicyDetail',
    /** Of the version that is in force. */
    parts: { Document: 'PolicyVersion.Document' },
  },
  config: z.looseObject({
    Arn: z.string(),
    PolicyName: z.string().optional(),
    Document: policyDocument.optional(),
  }),
});

/** By which an EC2 instance has its role. */
export const instanceProfile = assetType('aws.iam.instance-profile', {
  title: 'IAM instance profile',
  placement: 'global',
  nativeType: 'AWS::IAM::InstanceProfile',
  shape: { package: '@aws-sdk/client-iam', type: 'InstanceProfile' },
  config: z.looseObject({
    Arn: z.string(),
    InstanceProfileName: z.string().optional(),
    Roles: z.array(z.looseObject({ Arn: z.string() })).optional(),
  }),
});

export const user = assetType('aws.iam.user', {
  title: 'IAM user',
  placement: 'global',
  nativeType: 'AWS::IAM::User',
  asffType: 'AwsIamUser',
  shape: {
    package: '@aws-sdk/client-iam',
    type: 'UserDetail',
    parts: {
      ...parts,
      /** What the user has through its groups. */
      GroupPolicyList: 'PolicyDetail&GroupDetail[]',
      GroupAttachedPolicies: 'AttachedPolicy&PolicyVersion&GroupDetail[]',
      ServiceSpecificCredentials: 'ListServiceSpecificCredentialsResponse.ServiceSpecificCredentials',
    },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    UserName: z.string(),
    UserPolicyList: inlinePolicies.optional(),
    GroupPolicyList: inlinePolicies.optional(),
    GroupAttachedPolicies: attachedPolicies.optional(),
    /** Of Bedrock alone; never the key itself, which IAM shows once. */
    ServiceSpecificCredentials: z
      .array(
        z.looseObject({
          ServiceSpecificCredentialId: z.string(),
          ServiceName: z.string(),
          Status: z.enum(['Active', 'Expired', 'Inactive']),
          CreateDate: z.string().optional(),
          ExpirationDate: z.string().optional(),
        }),
      )
      .optional(),
    ...principal,
  }),
});
