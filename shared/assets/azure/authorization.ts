import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { armEnum } from './spelling.ts';

const Permission = z.looseObject({
  actions: z.array(z.string()).optional(),
  notActions: z.array(z.string()).optional(),
  dataActions: z.array(z.string()).optional(),
  notDataActions: z.array(z.string()).optional(),
});

/** Who holds which role, and where, in a subscription with AI assets. The role is read along: its name and its permissions. */
export const roleAssignment = assetType('azure.authorization.role-assignment', {
  title: 'Azure role assignment',
  placement: 'global',
  nativeType: 'Microsoft.Authorization/roleAssignments',
  shape: {
    package: '@azure/arm-authorization',
    type: 'RoleAssignment',
    parts: { roleDefinition: 'RoleDefinition' },
    // The package has a text there; the values are those of this page.
    wireOnly: {
      'roleDefinition.properties.type':
        'https://learn.microsoft.com/azure/role-based-access-control/role-definitions',
    },
  },
  config: z.looseObject({
    properties: z.looseObject({
      scope: z.string(),
      roleDefinitionId: z.string(),
      principalId: z.string(),
      principalType: armEnum(['User', 'Group', 'ServicePrincipal', 'ForeignGroup', 'Device']).optional(),
      /** On whom or on what a role is delegated, in the language of https://learn.microsoft.com/azure/role-based-access-control/conditions-format */
      condition: z.string().nullish(),
      conditionVersion: z.string().nullish(),
    }),
    roleDefinition: z
      .looseObject({
        properties: z.looseObject({
          roleName: z.string().optional(),
          type: armEnum(['BuiltInRole', 'CustomRole']).optional(),
          permissions: z.array(Permission).optional(),
        }),
      })
      .optional(),
  }),
});

const Principal = z.looseObject({ id: z.string().optional(), type: z.string().optional() });

/** What is denied to whom, whatever role grants it: made by Azure, by deployment stacks and managed applications. */
export const denyAssignment = assetType('azure.authorization.deny-assignment', {
  title: 'Azure deny assignment',
  placement: 'global',
  nativeType: 'Microsoft.Authorization/denyAssignments',
  shape: { package: '@azure/arm-authorization', type: 'DenyAssignment' },
  config: z.looseObject({
    properties: z.looseObject({
      denyAssignmentName: z.string().optional(),
      scope: z.string(),
      doNotApplyToChildScopes: z.boolean().optional(),
      permissions: z.array(Permission).optional(),
      principals: z.array(Principal).optional(),
      excludePrincipals: z.array(Principal).optional(),
      condition: z.string().nullish(),
    }),
  }),
});
