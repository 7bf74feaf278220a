import { comparableId } from '#shared/model/asset-id.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import type { Draft } from './draft.ts';
import type { Translation } from './translation.ts';

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const objects = (value: Json | undefined): JsonObject[] => [value].flat().filter((one) => isObject(one));

const ASSIGNMENT = 'azure.authorization.role-assignment';

const roleAssignment: Translation = {
  types: ['azurerm_role_assignment'],
  apply({ properties, action, address }, draft) {
    const [scope, principalId] = [text(properties['scope']), text(properties['principal_id'])];
    if (!scope || !principalId) return 'its scope or principal is known only after the change';
    const named = text(properties['role_definition_name']);
    const definitionId = text(properties['role_definition_id']);
    const id =
      text(properties['id']) ?? `${scope}/providers/Microsoft.Authorization/roleAssignments/${address}`;
    if (action === 'delete') return draft.remove(id) ? undefined : `${id} is not on record`;
    const definition = draft.assets
      .filter(({ type }) => type === ASSIGNMENT)
      .map(({ config }) => config['roleDefinition'])
      .filter((role) => isObject(role))
      .find((role) => {
        const found = isObject(role['properties']) ? role['properties']['roleName'] : undefined;
        return named
          ? found === named
          : comparableId(String(role['id'])) === comparableId(definitionId ?? '');
      });
    const subscription = /^\/subscriptions\/([^/]+)/i.exec(scope)?.[1];
    draft.put({
      id,
      type: ASSIGNMENT,
      name: address,
      scope: { provider: 'azure', account: subscription ?? draft.destination.account, region: GLOBAL },
      config: {
        id,
        properties: {
          scope,
          principalId,
          principalType: text(properties['principal_type']) ?? 'ServicePrincipal',
          roleDefinitionId: definitionId ?? String(definition?.['id'] ?? named ?? ''),
          condition: properties['condition'],
        },
        ...(definition ? { roleDefinition: definition } : {}),
      },
    });
    return definition ? undefined : `what the role ${named ?? definitionId ?? ''} allows is not on record`;
  },
};

const cognitiveAccount: Translation = {
  types: ['azurerm_cognitive_account', 'azurerm_ai_services'],
  apply: ({ properties, action }, draft) =>
    putArm(draft, action, properties, 'azure.cognitive-services.account', {
      kind: properties['kind'],
      properties: {
        disableLocalAuth:
          properties['local_auth_enabled'] === false || properties['local_authentication_enabled'] === false,
        publicNetworkAccess:
          properties['public_network_access_enabled'] === false ||
          properties['public_network_access'] === 'Disabled'
            ? 'Disabled'
            : 'Enabled',
      },
    }),
};

const workspace: Translation = {
  types: ['azurerm_machine_learning_workspace'],
  apply: ({ properties, action }, draft) =>
    putArm(draft, action, properties, 'azure.machine-learning.workspace', {
      kind: properties['kind'],
      properties: {
        storageAccount: properties['storage_account_id'],
        keyVault: properties['key_vault_id'],
        containerRegistry: properties['container_registry_id'],
        publicNetworkAccess: properties['public_network_access_enabled'] === false ? 'Disabled' : 'Enabled',
      },
    }),
};

function putArm(
  draft: Draft,
  action: 'put' | 'delete',
  properties: JsonObject,
  type: string,
  config: JsonObject,
): string | undefined {
  const name = text(properties['name']);
  const known = draft.find([type], text(properties['id']) ?? name ?? '');
  if (action === 'delete') {
    if (!known) return `${name ?? 'it'} is not on record`;
    draft.remove(known.id);
    return undefined;
  }
  const id = known?.id ?? text(properties['id']);
  if (!id || !name) return 'its id is known only after the change, and none of its name is on record';
  const account = /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? draft.destination.account;
  const before = isObject(known?.config['properties']) ? known.config['properties'] : {};
  const after = isObject(config['properties']) ? config['properties'] : {};
  draft.put({
    id,
    type,
    name,
    scope: known?.scope ?? { provider: 'azure', account, region: GLOBAL },
    config: { id, name, ...config, properties: { ...before, ...after } },
  });
  return undefined;
}

const HOST = 'cloudresourcemanager.googleapis.com';

/** Adds or takes away members of a role in the bindings of a policy. */
function bound(
  bindings: readonly JsonObject[],
  role: string,
  members: readonly string[],
  {
    action,
    replaces,
    condition,
  }: {
    readonly action: 'put' | 'delete';
    readonly replaces: boolean;
    readonly condition: JsonObject | undefined;
  },
): JsonObject[] {
  const isSame = (one: JsonObject): boolean =>
    one['role'] === role && JSON.stringify(one['condition'] ?? null) === JSON.stringify(condition ?? null);
  const before = bindings
    .filter(isSame)
    .flatMap(({ members: had }) => (Array.isArray(had) ? had.map(String) : []));
  const after =
    action === 'delete'
      ? before.filter((member) => !members.includes(member))
      : replaces
        ? [...members]
        : [...new Set([...before, ...members])];
  const others = bindings.filter((one) => !isSame(one));
  return after.length === 0
    ? others
    : [...others, { role, members: after, ...(condition ? { condition } : {}) }];
}

const membersOf = (properties: JsonObject): string[] =>
  [properties['member'], properties['members']]
    .flat(2)
    .filter((one): one is string => typeof one === 'string');

const conditionOf = ({ condition }: JsonObject): JsonObject | undefined => {
  const [one] = objects(condition);
  return one && { title: one['title'], expression: one['expression'] };
};

const projectBinding: Translation = {
  types: ['google_project_iam_member', 'google_project_iam_binding'],
  apply({ type, properties, action }, draft) {
    const [project, role] = [text(properties['project']), text(properties['role'])];
    if (!project || !role) return 'its project or role is known only after the change';
    const id = `//${HOST}/projects/${project}`;
    const known = draft.get(id);
    if (!known) return `the policy of project ${project} is not on record`;
    const bindings = bound(objects(known.config['bindings']), role, membersOf(properties), {
      action,
      replaces: type.endsWith('_binding'),
      condition: conditionOf(properties),
    });
    draft.put({ ...known, config: { bindings } });
    return undefined;
  },
};

const bucketBinding: Translation = {
  types: ['google_storage_bucket_iam_member', 'google_storage_bucket_iam_binding'],
  apply({ type, properties, action }, draft) {
    const [bucket, role] = [text(properties['bucket'])?.replace(/^b\//, ''), text(properties['role'])];
    if (!bucket || !role) return 'its bucket or role is known only after the change';
    const known = draft.get(`//storage.googleapis.com/${bucket}`);
    if (!known) return `bucket ${bucket} is not on record: nothing of AI refers to it`;
    const policy = isObject(known.config['iamPolicy']) ? known.config['iamPolicy'] : {};
    const bindings = bound(objects(policy['bindings']), role, membersOf(properties), {
      action,
      replaces: type.endsWith('_binding'),
      condition: conditionOf(properties),
    });
    draft.put({ ...known, config: { iamPolicy: { ...policy, bindings } } });
    return undefined;
  },
};

export const AZURE_AND_GOOGLE: readonly Translation[] = [
  roleAssignment,
  cognitiveAccount,
  workspace,
  projectBinding,
  bucketBinding,
];
