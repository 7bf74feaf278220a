import { roleAssignment } from '#shared/assets/azure/authorization.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import type { RestReader } from '../../rest.ts';
import { listAccounts } from '../cognitive-services/accounts.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { listWorkspaces } from '../machine-learning/workspaces.ts';
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

export default azureConnector<JsonObject>(roleAssignment, {
  operations: {
    list: [listAccounts, listWorkspaces, listAssignments],
    parts: { roleDefinition: listDefinitions },
    find: [getAssignment],
  },
  async *list({ arm }, { scope }) {
    const places = await aiAssetsIn(arm, scope.account);
    if (places.length === 0) return;
    const roles = await rolesIn(arm, scope.account);
    for await (const assignment of arm.list(listAssignments, { subscription: scope.account }))
      if (concerns(assignment, places)) yield withRole(assignment, roles);
  },
  identify: armIdentity,
  async find({ arm }, id, { scope }) {
    const assignment = await arm.get(getAssignment, { assignment: id });
    // Events tell of every assignment in the subscription, and a scan would not find the others.
    if (!concerns(assignment, await aiAssetsIn(arm, scope.account))) return undefined;
    return withRole(assignment, await rolesIn(arm, scope.account));
  },
  relations: ({ properties }) => [
    relation('attached-to', isObject(properties) ? properties['scope'] : undefined),
  ],
});

/** The ids of what was listed of the AI assets; what was not is in the coverage of its own operation. */
async function aiAssetsIn(arm: RestReader, subscription: string): Promise<string[]> {
  const lists = await Promise.all([
    arm.partList(listAccounts, { subscription }),
    arm.partList(listWorkspaces, { subscription }),
  ]);
  return lists.flatMap((list) => (Array.isArray(list) ? list.map((asset) => idOf(asset).toLowerCase()) : []));
}

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

/** Whether the assignment is at one of these places, above it or below it. */
function concerns({ properties }: JsonObject, places: readonly string[]): boolean {
  const scope = isObject(properties) ? properties['scope'] : undefined;
  if (typeof scope !== 'string') return true;
  const at = scope.toLowerCase().replace(/\/$/, '');
  const isAboveSubscriptions =
    at === '' || at.startsWith('/providers/microsoft.management/managementgroups/');
  return isAboveSubscriptions || places.some((place) => isWithin(place, at) || isWithin(at, place));
}

const isWithin = (id: string, container: string): boolean =>
  id === container || id.startsWith(`${container}/`);
