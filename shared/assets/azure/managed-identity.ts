import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceTags } from './tags.ts';

/** Official examples IdentityListBySubscription and FederatedIdentityCredentialList of this version. */
const SPECIFICATION =
  'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/msi/resource-manager/Microsoft.ManagedIdentity/ManagedIdentity/stable/2026-05-31/ManagedIdentity.json';

/**
 * An identity that workloads are given, and who may sign in as it from another issuer. One with a
 * `claimsMatchingExpression` has no `subject`: the expression may match many.
 */
export const userAssignedIdentity = assetType('azure.managed-identity.user-assigned-identity', {
  title: 'User-assigned managed identity',
  placement: 'global',
  nativeType: 'Microsoft.ManagedIdentity/userAssignedIdentities',
  shape: {
    // No package that is installed has managed identities: all fields are those of the specification.
    package: '@azure/arm-authorization',
    type: 'Identity',
    wireOnly: { properties: SPECIFICATION, federatedIdentityCredentials: SPECIFICATION },
  },
  tags: resourceTags,
  config: z.looseObject({
    properties: z.looseObject({
      principalId: z.string().optional(),
      clientId: z.string().optional(),
      tenantId: z.string().optional(),
    }),
    federatedIdentityCredentials: z
      .array(
        z.looseObject({
          name: z.string().optional(),
          properties: z.looseObject({
            issuer: z.string().optional(),
            subject: z.string().optional(),
            audiences: z.array(z.string()).optional(),
            claimsMatchingExpression: z
              .looseObject({ value: z.string().optional(), languageVersion: z.number().optional() })
              .optional(),
          }),
        }),
      )
      .optional(),
  }),
});
