import * as z from 'zod';

/** `null` stands for a principal that there is not, as recorded of resources with user-assigned identities alone. */
const id = z.string().nullish();

/**
 * What a resource signs in as: an identity of its own by `principalId`, and those that it was given by ARM id, each with
 * its principal, which is who holds roles.
 */
export const assignedIdentity = z
  .looseObject({
    type: z.string().optional(),
    principalId: id,
    tenantId: id,
    userAssignedIdentities: z
      .record(z.string(), z.looseObject({ principalId: id, clientId: id }).nullable())
      .nullish(),
  })
  .optional();
