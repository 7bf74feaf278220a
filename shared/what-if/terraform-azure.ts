import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import type { Edit } from './change.ts';
import type { Planned, Translation } from './terraform.ts';
import { isKnownText, unknownValue } from './unknown-value.ts';

const TYPES: Readonly<Record<string, string>> = {
  'microsoft.authorization/roleassignments': 'azure.authorization.role-assignment',
  'microsoft.cognitiveservices/accounts': 'azure.cognitive-services.account',
  'microsoft.machinelearningservices/workspaces': 'azure.machine-learning.workspace',
};

/** Argument names: the azurerm and azapi providers' registry pages. `undefined`: the type is not looked at. */
export function azureTerraformEdits(
  { where, type, destroyed, values }: Planned,
  { place, notUnderstood }: Translation,
): Edit[] | undefined {
  const text = (key: string): string | undefined => (isKnownText(values[key]) ? values[key] : undefined);
  const unknown = (key: string): Edit[] => {
    notUnderstood.push({ where: `${where}.${key}`, problem: 'it is known after apply only' });
    return [];
  };
  const edit = (assetType: string, id: string, name: string, config: JsonObject): Edit[] => {
    const scope = {
      provider: 'azure',
      account: subscriptionOf(id) ?? place.account,
      region: GLOBAL,
    } as const;
    return destroyed
      ? [{ kind: 'remove', where, target: { type: assetType, scope, id } }]
      : [
          {
            kind: 'put',
            where,
            id,
            type: assetType,
            scope,
            name,
            config,
            whole: assetType.endsWith('role-assignment'),
          },
        ];
  };
  const inGroup = (assetType: string, provider: string, properties: JsonObject): Edit[] => {
    const [name, group] = [text('name'), text('resource_group_name')];
    if (!name) return unknown('name');
    if (!group) return unknown('resource_group_name');
    const id =
      text('id') ?? `/subscriptions/${place.account}/resourceGroups/${group}/providers/${provider}/${name}`;
    return edit(assetType, id, name, { id, name, properties });
  };
  switch (type) {
    case 'azurerm_role_assignment': {
      const [scope, principalId] = [text('scope'), text('principal_id')];
      if (!scope) return unknown('scope');
      if (!principalId) return unknown('principal_id');
      const name = text('name') ?? where;
      const id = text('id') ?? `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;
      const roleName = text('role_definition_name');
      const roleDefinitionId = text('role_definition_id');
      if (!roleDefinitionId && !roleName) return unknown('role_definition_id');
      return edit('azure.authorization.role-assignment', id, name, {
        id,
        name,
        properties: {
          scope,
          principalId,
          roleDefinitionId: roleDefinitionId ?? '',
          ...(text('principal_type') && { principalType: text('principal_type') }),
          ...(text('condition') && { condition: text('condition') }),
        },
        roleDefinition: unknownValue(roleDefinitionId ?? roleName ?? where),
        whatIf: { where, ...(roleName && { roleName }) },
      });
    }
    case 'azurerm_cognitive_account':
      return inGroup('azure.cognitive-services.account', 'Microsoft.CognitiveServices/accounts', {
        publicNetworkAccess: onOff(values['public_network_access_enabled']),
        disableLocalAuth: negated(values['local_auth_enabled']),
      });
    case 'azurerm_machine_learning_workspace':
      return inGroup('azure.machine-learning.workspace', 'Microsoft.MachineLearningServices/workspaces', {
        publicNetworkAccess: onOff(values['public_network_access_enabled']),
      });
    case 'azapi_resource': {
      const [native = '', parent, name] = [text('type')?.split('@')[0], text('parent_id'), text('name')];
      const assetType = TYPES[native.toLowerCase()];
      if (!assetType) return undefined;
      if (!name) return unknown('name');
      if (!parent) return unknown('parent_id');
      const body = typeof values['body'] === 'string' ? parsed(values['body']) : values['body'];
      if (!isObject(body) && !destroyed) return unknown('body');
      const id = text('id') ?? `${parent}/providers/${native}/${name}`;
      return edit(assetType, id, name, { ...(isObject(body) ? body : {}), id, name });
    }
    default:
      return undefined;
  }
}

const subscriptionOf = (id: string): string | undefined => /^\/subscriptions\/([^/]+)/i.exec(id)?.[1];

/** Both are true where they are left out: the azurerm pages of the two resources. */
const onOff = (value: Json | undefined): Json =>
  typeof value === 'boolean' || value === undefined || value === null
    ? value === false
      ? 'Disabled'
      : 'Enabled'
    : value;
const negated = (value: Json | undefined): Json =>
  typeof value === 'boolean' || value === undefined || value === null ? value === false : value;

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
