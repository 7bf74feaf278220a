import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

/** What a constraint of the organisation comes to in a project, after everything that is inherited. */
export const effectivePolicy = assetType('gcp.orgpolicy.effective-policy', {
  title: 'Organisation policy in effect',
  placement: 'global',
  nativeType: 'orgpolicy.googleapis.com/Policy',
  shape: { package: '@google-cloud/org-policy', type: 'google.cloud.orgpolicy.v2.Policy' },
  config: z.looseObject({
    name: z.string(),
    spec: z
      .looseObject({
        rules: z
          .array(
            z.looseObject({
              enforce: z.boolean().optional(),
              denyAll: z.boolean().optional(),
              allowAll: z.boolean().optional(),
              values: z
                .looseObject({
                  allowedValues: z.array(z.string()).optional(),
                  deniedValues: z.array(z.string()).optional(),
                })
                .optional(),
              condition: z.looseObject({}).optional(),
            }),
          )
          .optional(),
      })
      .optional(),
  }),
});

/**
 * Constraints that keep AI and its data in bounds: docs.cloud.google.com/resource-manager/docs/organization-policy/org-policy-constraints
 */
export const CONSTRAINTS = [
  'ainotebooks.restrictPublicIp',
  'iam.automaticIamGrantsForDefaultServiceAccounts',
  'iam.disableServiceAccountKeyCreation',
  'storage.publicAccessPrevention',
  'storage.uniformBucketLevelAccess',
  'vertexai.allowedModels',
] as const;

export type Constraint = (typeof CONSTRAINTS)[number];
