import type { JsonObject } from '#shared/model/json.ts';

interface Permission {
  readonly actions?: string[];
  readonly notActions?: string[];
  readonly dataActions?: string[];
}

/** Built-in roles by name: their guid, which is the same in every tenant, and a part of their permissions. */
const BUILT_IN: Readonly<Record<string, readonly [guid: string, permission: Permission]>> = {
  Owner: ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', { actions: ['*'] }],
  Contributor: [
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    { actions: ['*'], notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write'] },
  ],
  Reader: ['acdd72a7-3385-48ef-bd42-f606fba81ae7', { actions: ['*/read'] }],
  'Cognitive Services User': [
    'a97b65f3-24c7-4388-baec-2e87135dc908',
    {
      actions: ['Microsoft.CognitiveServices/*/read', 'Microsoft.CognitiveServices/accounts/listkeys/action'],
      dataActions: ['Microsoft.CognitiveServices/*'],
    },
  ],
};

const idOf = (subscription: string, guid: string): string =>
  `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

/** The built-in roles as a subscription lists them. */
export function builtInRoles(subscription: string): JsonObject[] {
  return Object.entries(BUILT_IN).map(([roleName, [guid, permission]]) =>
    role(subscription, guid, roleName, 'BuiltInRole', permission),
  );
}

export function customRole(
  subscription: string,
  guid: string,
  roleName: string,
  permission: Permission,
): JsonObject {
  return role(subscription, guid, roleName, 'CustomRole', permission);
}

function role(
  subscription: string,
  guid: string,
  roleName: string,
  type: string,
  { actions = [], notActions = [], dataActions = [] }: Permission,
): JsonObject {
  return {
    id: idOf(subscription, guid),
    name: guid,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName,
      type,
      assignableScopes: [type === 'BuiltInRole' ? '/' : `/subscriptions/${subscription}`],
      permissions: [{ actions, notActions, dataActions, notDataActions: [] }],
    },
  };
}

interface Assigned {
  readonly subscription: string;
  readonly scope: string;
  /** The name of a built-in role or the guid of a custom one. */
  readonly role: string;
  readonly principalId: string;
  readonly principalType?: 'User' | 'Group' | 'ServicePrincipal' | 'ForeignGroup';
  readonly name: string;
}

/** A role assignment at a scope: a subscription, a group, a resource or a management group. */
export function assignment({
  subscription,
  scope,
  role: named,
  principalId,
  principalType = 'ServicePrincipal',
  name,
}: Assigned): JsonObject {
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId: idOf(subscription, BUILT_IN[named]?.[0] ?? named),
      principalId,
      principalType,
      scope,
      condition: null,
    },
  };
}
