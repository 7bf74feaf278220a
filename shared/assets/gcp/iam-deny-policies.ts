import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const shape = {
  package: 'googleapis/googleapis: google/iam/v2/policy.proto, deny.proto',
  type: 'google.iam.v2.Policy',
};

const Condition = z.looseObject({ expression: z.string().optional(), title: z.string().optional() });

const config = z.looseObject({
  name: z.string(),
  displayName: z.string().optional(),
  rules: z
    .array(
      z.looseObject({
        description: z.string().optional(),
        denyRule: z
          .looseObject({
            deniedPrincipals: z.array(z.string()).optional(),
            exceptionPrincipals: z.array(z.string()).optional(),
            /** In the form of IAM v2, `aiplatform.googleapis.com/endpoints.predict`. */
            deniedPermissions: z.array(z.string()).optional(),
            exceptionPermissions: z.array(z.string()).optional(),
            denialCondition: Condition.optional(),
          })
          .optional(),
      }),
    )
    .optional(),
});

/** What is denied in a project, whatever role grants it. */
export const denyPolicy = assetType('gcp.iam.deny-policy', {
  title: 'Google Cloud deny policy of a project',
  placement: 'global',
  nativeType: 'iam.googleapis.com/DenyPolicy',
  shape,
  config,
});

/** What is denied in every project below an organisation or a folder. */
export const organizationDenyPolicy = assetType('gcp.iam.organization-deny-policy', {
  title: 'Google Cloud deny policy of an organisation or folder',
  placement: 'global',
  nativeType: 'iam.googleapis.com/DenyPolicy',
  shape,
  config,
});
