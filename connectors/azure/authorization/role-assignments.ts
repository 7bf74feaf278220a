import { roleAssignment } from '#shared/assets/azure/authorization.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import type { RestReader } from '../../rest.ts';
import { type AiAssets, aiAssetsIn, listsOfAiAssets } from '../ai-assets.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';

const API_VERSION = '2022-04-01';
const ASSIGNMENTS = 'Microsoft.Authorization/roleAssignments';
const DEFINITIONS = 'Microsoft.Authorization/roleDefinitions';

/** Without a filter: those at, above and below the subscription. */
const listAssignments = armList(
  `${ASSIGNMENTS}/list`,
  `${ASSIGNMENTS}/read`,
  `/subscriptions/{subscription}/providers/${ASSIGNMENTS}`,
  API_VERSION,
);
const getAssignment = armGet(`${ASSIGNMENTS}/get`, `${ASSIGNMENTS}/read`, '{+assignment}', API_VERSION);
const listDefinitions = armList(
  `${DEFINITIONS}/list`,
  `${DEFINITIONS}/read`,
  `/subscriptions/{subscription}/providers/${DEFINITIONS}`,
  API_VERSION,
);

interface Assignment {
  readonly assignment: JsonObject;
  readonly roles: Roles;
  readonly isOfAi: boolean;
}

/**
 * Every assignment in a subscription with AI assets: one list gives all of them, and a subscription has 4,000 at the
 * most (https://learn.microsoft.com/azure/role-based-access-control/troubleshoot-limits). What is held elsewhere
 * tells what the identities of AI assets reach, and who reaches the storage, the vaults and the identities that they
 * use; checks are of those at AI assets, above or below them.
 */
export default azureConnector<Assignment>(roleAssignment, {
  operations: {
    list: [...listsOfAiAssets, listAssignments],
    parts: { roleDefinition: listDefinitions },
    find: [getAssignment],
  },
  async *list({ arm }, { scope }) {
    const assets = await aiAssetsIn(arm, scope.account);
    if (!assets.areThere) return;
    const roles = await rolesIn(arm, scope.account);
    for await (const assignment of arm.list(listAssignments, { subscription: scope.account })) {
      const isOfAi = concerns(assignment, assets);
      // What was of an AI asset yesterday is not of none because the list of them was refused today.
      if (isOfAi || assets.areAllRead) yield { assignment, roles, isOfAi };
    }
  },
  identify: ({ assignment }) => armIdentity(assignment),
  isContext: ({ isOfAi }) => !isOfAi,
  read: async (_services, { assignment, roles }) => withRole(assignment, roles),
  async find({ arm }, id, { scope }) {
    const assignment = await arm.get(getAssignment, { assignment: id });
    const assets = await aiAssetsIn(arm, scope.account);
    const isOfAi = concerns(assignment, assets);
    // Events tell of every assignment in the subscription, and a scan would find none where there is no AI.
    if (!isOfAi && !(assets.areThere && assets.areAllRead)) return undefined;
    return { assignment, roles: await rolesIn(arm, scope.account), isOfAi };
  },
  relations: ({ properties }) => [
    relation('attached-to', isObject(properties) ? properties['scope'] : undefined),
  ],
});

type Roles = Unread | ReadonlyMap<string, JsonObject>;

async function rolesIn(arm: RestReader, subscription: string): Promise<Roles> {
  const definitions = await arm.partList(listDefinitions, { subscription });
  return isUnread(definitions)
    ? definitions
    : new Map(definitions.map((definition) => [guidOf(idOf(definition)), definition]));
}

/** A role has one guid and, at every scope, another id that ends in it. */
const guidOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1).toLowerCase();

function withRole(assignment: JsonObject, roles: Roles): JsonObject {
  const { properties } = assignment;
  const id = isObject(properties) ? properties['roleDefinitionId'] : undefined;
  if (isUnread(roles)) return { ...assignment, roleDefinition: roles };
  const role = typeof id === 'string' ? roles.get(guidOf(id)) : undefined;
  return role ? { ...assignment, roleDefinition: role } : assignment;
}

/** Whether the assignment is at an account or workspace, above it or below it. */
function concerns({ properties }: JsonObject, { ids }: AiAssets): boolean {
  if (ids.length === 0) return false;
  const scope = isObject(properties) ? properties['scope'] : undefined;
  if (typeof scope !== 'string') return true;
  const at = scope.toLowerCase().replace(/\/$/, '');
  const isAboveSubscriptions =
    at === '' || at.startsWith('/providers/microsoft.management/managementgroups/');
  return isAboveSubscriptions || ids.some((id) => isWithin(id, at) || isWithin(at, id));
}

const isWithin = (id: string, container: string): boolean =>
  id === container || id.startsWith(`${container}/`);
