import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { armEnum } from './spelling.ts';

const Permission = z.looseObject({
  actions: z.array(z.string()).optional(),
  notActions: z.array(z.string()).optional(),
  dataActions: z.array(z.string()).optional(),
  notDataActions: z.array(z.string()).optional(),
});

/** Who holds which role at an AI asset or above one. The role is read along: its name and its permissions. */
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
