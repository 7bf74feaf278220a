import type { JsonObject } from '#shared/model/json.ts';
import type { AssetRow } from '../estate.ts';

export const SUBSCRIPTION = '00000000-0000-4000-8000-000000000001';
export const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/claims`;

/** Object ids of the directory. */
export const INTERN = '11111111-0000-4000-8000-000000000001';
export const RUNTIME = '22222222-0000-4000-8000-000000000002';

const inGroup = (path: string): string => `${GROUP}/providers/${path}`;
export const WORKSPACE = inGroup('Microsoft.MachineLearningServices/workspaces/pricing');
export const STAGING = inGroup('Microsoft.MachineLearningServices/workspaces/staging');
export const ACCOUNT = inGroup('Microsoft.CognitiveServices/accounts/assistant');
export const SEARCH = inGroup('Microsoft.Search/searchServices/policies');
export const STORAGE = inGroup('Microsoft.Storage/storageAccounts/claims');
export const REGISTRY = inGroup('Microsoft.ContainerRegistry/registries/claims');
export const VAULT = inGroup('Microsoft.KeyVault/vaults/claims');
export const IDENTITY = inGroup('Microsoft.ManagedIdentity/userAssignedIdentities/scoring');

interface Permissions {
  readonly actions?: string[];
  readonly notActions?: string[];
  readonly dataActions?: string[];
}

/** A role of the organisation's own, assigned to somebody. */
export function assigned(
  who: string,
  scope: string,
  { actions = [], notActions = [], dataActions = [] }: Permissions,
  more: JsonObject = {},
): AssetRow {
  const name = `assignment-${who.slice(0, 8)}-${scope.length}-${actions.length}-${dataActions.length}`;
  return {
    type: 'azure.authorization.role-assignment',
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    config: {
      id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
      name,
      properties: {
        scope,
        roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${name}`,
        principalId: who,
        principalType: who === RUNTIME ? 'ServicePrincipal' : 'User',
        ...more,
      },
      roleDefinition: {
        properties: {
          roleName: name,
          type: 'CustomRole',
          permissions: [{ actions, notActions, dataActions, notDataActions: [] }],
        },
      },
    },
  };
}

export const may = (scope: string, ...actions: string[]): AssetRow => assigned(INTERN, scope, { actions });

export const mayTouch = (scope: string, ...dataActions: string[]): AssetRow =>
  assigned(INTERN, scope, { dataActions });

/** What a thing runs as, so that there is something to gain. */
export const runtime: readonly AssetRow[] = [
  assigned(RUNTIME, STORAGE, {
    dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*'],
  }),
];
export const ownIdentity = { identity: { type: 'SystemAssigned', principalId: RUNTIME } };

export const resource = (type: string, id: string, config: JsonObject = {}): AssetRow => ({
  type,
  id,
  config: { id, name: id.slice(id.lastIndexOf('/') + 1), ...config },
});

export const workspace = resource('azure.machine-learning.workspace', WORKSPACE, {
  properties: { storageAccount: STORAGE, containerRegistry: REGISTRY, keyVault: VAULT },
});
