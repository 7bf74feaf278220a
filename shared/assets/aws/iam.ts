import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags } from './tags.ts';

export const role = assetType('aws.iam.role', {
  title: 'IAM role',
  placement: 'global',
  nativeType: 'AWS::IAM::Role',
  asffType: 'AwsIamRole',
  shape: {
    package: '@aws-sdk/client-iam',
    type: 'RoleDetail',
    /** Each with its document, from the policies that the same operation lists. */
    parts: { AttachedManagedPolicies: 'AttachedPolicy&PolicyVersion[]' },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    RoleName: z.string(),
    Arn: z.string(),
    AssumeRolePolicyDocument: policyDocument.optional(),
    RolePolicyList: z
      .array(z.looseObject({ PolicyName: z.string(), PolicyDocument: policyDocument }))
      .optional(),
    AttachedManagedPolicies: z
      .array(
        z.looseObject({
          PolicyName: z.string(),
          PolicyArn: z.string(),
          Document: policyDocument.optional(),
        }),
      )
      .optional(),
  }),
});
