import { policyAssignments } from '#shared/assets/azure/policy.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { RestReader } from '../../rest.ts';
import { azureConnector } from '../connector.ts';
import { listWorkspaces } from '../machine-learning/workspaces.ts';
import { armGet, armList } from '../operation.ts';
import { valueAt } from '../reply.ts';

/** The one of @azure/arm-policy 7.0.1, whose models hold the field names. */
const API_VERSION = '2025-03-01';
const ASSIGNMENTS = 'Microsoft.Authorization/policyAssignments';
const SETS = 'Microsoft.Authorization/policySetDefinitions';

/** Without a filter: those at, above and below the subscription. */
const listAssignments = armList(
  `${ASSIGNMENTS}/list`,
  `${ASSIGNMENTS}/read`,
  `/subscriptions/{subscription}/providers/${ASSIGNMENTS}`,
  API_VERSION,
);
const getSetDefinition = armGet(`${SETS}/get`, `${SETS}/read`, '{+definition}', API_VERSION);

interface Subscription {
  readonly subscription: string;
}

/**
 * One asset per subscription that has workspaces: what guards their computes shows in what is assigned, and that it is
 * missing in no assignment at all.
 */
export default azureConnector<Subscription>(policyAssignments, {
  operations: {
    list: [listWorkspaces],
    read: [getSetDefinition],
    parts: { policyAssignments: listAssignments },
  },
  isSetting: true,
  async *list({ arm }, { scope }) {
    const subscription = scope.account;
    for await (const _workspace of arm.list(listWorkspaces, { subscription })) {
      yield { subscription };
      return;
    }
  },
  identify: ({ subscription }) => ({
    id: `/subscriptions/${subscription}/providers/${ASSIGNMENTS}`,
    name: 'policyAssignments',
  }),
  async read({ arm }, { subscription }) {
    const assignments = await arm.partList(listAssignments, { subscription });
    if (isUnread(assignments)) return { policyAssignments: assignments };
    const definitions = await setDefinitionsOf(arm, assignments);
    return { policyAssignments: assignments.map((assignment) => decidingOf(assignment, definitions)) };
  },
  find: async (_services, _id, { scope }) => ({ subscription: scope.account }),
});

/** By the id that assignments give it: the definitions of each initiative that is assigned. */
async function setDefinitionsOf(
  arm: RestReader,
  assignments: readonly JsonObject[],
): Promise<ReadonlyMap<string, Json | undefined>> {
  const ids = new Set(assignments.flatMap((assignment) => setDefinitionIdOf(assignment) ?? []));
  const read = [...ids].map(async (definition): Promise<readonly [string, Json | undefined]> => {
    const set = await arm.part(getSetDefinition, { definition });
    return [definition, set === undefined || isUnread(set) ? set : definitionsOf(set)];
  });
  return new Map(await Promise.all(read));
}

function setDefinitionIdOf({ properties }: JsonObject): string | undefined {
  const id = valueAt(properties, 'policyDefinitionId');
  return typeof id === 'string' && /\/policySetDefinitions\/[^/]+$/i.test(id) ? id : undefined;
}

/** What decides, and no more: parameters may hold anything, the address of an approval with a token in it, too. */
function decidingOf(assignment: JsonObject, definitions: ReadonlyMap<string, Json | undefined>): JsonObject {
  const { id, name, type, properties } = assignment;
  const { policyDefinitionId, enforcementMode, scope, notScopes, displayName } = isObject(properties)
    ? properties
    : {};
  const effect = valueAt(properties, 'parameters', 'effect');
  const set = setDefinitionIdOf(assignment);
  return {
    id,
    name,
    type,
    properties: {
      policyDefinitionId,
      enforcementMode,
      scope,
      notScopes,
      displayName,
      ...(effect === undefined ? {} : { parameters: { effect } }),
    },
    ...(set === undefined ? {} : { policySetDefinition: definitions.get(set) }),
  };
}

/** An initiative holds hundreds of definitions, each with its parameters. */
function definitionsOf({ id, properties }: JsonObject): JsonObject {
  const definitions = valueAt(properties, 'policyDefinitions');
  return {
    id,
    properties: {
      policyDefinitions: Array.isArray(definitions)
        ? definitions.map((definition) => ({
            policyDefinitionId: valueAt(definition, 'policyDefinitionId') ?? null,
          }))
        : definitions,
    },
  };
}
