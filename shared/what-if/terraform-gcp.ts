import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import type { Edit } from './change.ts';
import type { Planned, Translation } from './terraform.ts';
import { isKnownText } from './unknown-value.ts';

/** Argument names: the Google provider's registry pages. `undefined`: the type is not looked at. */
export function gcpTerraformEdits(
  { where, type, destroyed, values, before }: Planned,
  { place, notUnderstood }: Translation,
): Edit[] | undefined {
  const text = (key: string): string | undefined => (isKnownText(values[key]) ? values[key] : undefined);
  const project = text('project') ?? place.account;
  const scope = { provider: 'gcp', account: project, region: GLOBAL } as const;
  const unknown = (key: string): Edit[] => {
    notUnderstood.push({ where: `${where}.${key}`, problem: 'it is known after apply only' });
    return [];
  };
  const granted = /^google_(project|storage_bucket|vertex_ai_endpoint)_iam_(member|binding)$/.exec(type);
  if (granted) {
    const [, on, form] = granted;
    const role = text('role');
    if (!role) return unknown('role');
    const target = targetOf(on ?? '', project, text('bucket') ?? text('endpoint'));
    if (!target) return unknown(on === 'storage_bucket' ? 'bucket' : 'endpoint');
    const members =
      form === 'member'
        ? [values['member'] ?? null]
        : Array.isArray(values['members'])
          ? values['members']
          : [null];
    if (!members.every(isKnownText)) return unknown(form === 'member' ? 'member' : 'members');
    const old =
      form === 'member' ? [before['member']] : Array.isArray(before['members']) ? before['members'] : [];
    const condition = conditionOf(values['condition']);
    const change = {
      role,
      condition,
      members,
      leaves: [...old.filter(isKnownText), ...(destroyed ? members : [])],
      replaces: form === 'binding',
      destroyed,
    };
    return [
      {
        kind: 'amend',
        where,
        target: { ...target.asset, scope },
        amend: (config) => {
          if (!target.nested) return withBinding(config, change);
          const policy = config['iamPolicy'] ?? {};
          const after = isObject(policy) ? withBinding(policy, change) : undefined;
          return after && { ...config, iamPolicy: after };
        },
      },
    ];
  }
  if (type === 'google_service_account') {
    const accountId = text('account_id');
    const email = text('email') ?? (accountId && `${accountId}@${project}.iam.gserviceaccount.com`);
    if (!email) return unknown('account_id');
    const id = `//iam.googleapis.com/projects/${project}/serviceAccounts/${email}`;
    const target = { type: 'gcp.iam.service-account', scope, id };
    return destroyed
      ? [{ kind: 'remove', where, target }]
      : [
          {
            kind: 'put',
            where,
            ...target,
            name: email,
            whole: false,
            config: { email, disabled: values['disabled'] ?? false },
          },
        ];
  }
  if (type === 'google_vertex_ai_endpoint') {
    const [name, location] = [text('name'), text('location')];
    if (!name) return unknown('name');
    if (!location) return unknown('location');
    const resource = `projects/${project}/locations/${location}/endpoints/${name}`;
    const target = {
      type: 'gcp.vertex.endpoint',
      scope: { ...scope, region: location },
      id: `//aiplatform.googleapis.com/${resource}`,
    };
    return destroyed
      ? [{ kind: 'remove', where, target }]
      : [
          {
            kind: 'put',
            where,
            ...target,
            name: text('display_name') ?? resource,
            whole: false,
            config: {
              name: resource,
              displayName: values['display_name'] ?? undefined,
              ...(isKnownText(values['network']) && { network: values['network'] }),
            },
          },
        ];
  }
  return undefined;
}

function targetOf(on: string, project: string, named: string | undefined) {
  if (on === 'project')
    return {
      nested: false,
      asset: {
        type: 'gcp.resource-manager.project-policy',
        id: `//cloudresourcemanager.googleapis.com/projects/${project}`,
      },
    };
  if (!named) return undefined;
  return on === 'storage_bucket'
    ? { nested: true, asset: { type: 'gcp.storage.bucket', name: named.replace(/^b\//, '') } }
    : { nested: true, asset: { type: 'gcp.vertex.endpoint', id: `//aiplatform.googleapis.com/${named}` } };
}

/** A block is a list of one in a plan. */
function conditionOf(value: Json | undefined): JsonObject | undefined {
  const [condition] = Array.isArray(value) ? value : [];
  return isObject(condition) ? condition : undefined;
}

interface Grant {
  readonly role: string;
  readonly condition: JsonObject | undefined;
  readonly members: readonly string[];
  /** Members that had it by this resource before. */
  readonly leaves: readonly string[];
  /** Whether nobody else may have the role: a binding is authoritative for it. */
  readonly replaces: boolean;
  readonly destroyed: boolean;
}

/** `undefined` where the bindings on record make no sense. A binding of a role and a condition is one of its own. */
function withBinding(
  policy: JsonObject,
  { role, condition, members, leaves, replaces, destroyed }: Grant,
): JsonObject | undefined {
  const bindings = policy['bindings'] ?? [];
  if (!Array.isArray(bindings)) return undefined;
  const isSame = (binding: Json): binding is JsonObject =>
    isObject(binding) &&
    binding['role'] === role &&
    expressionOf(binding['condition']) === expressionOf(condition);
  const present = bindings
    .filter(isSame)
    .flatMap((binding) => (Array.isArray(binding['members']) ? binding['members'] : []));
  const stay = replaces
    ? []
    : present.filter((member) => typeof member !== 'string' || !leaves.includes(member));
  const after = [...new Set([...stay, ...(destroyed ? [] : members)])];
  const others = bindings.filter((binding) => !isSame(binding));
  return {
    ...policy,
    bindings:
      after.length === 0 ? others : [...others, { role, members: after, ...(condition && { condition }) }],
  };
}

const expressionOf = (condition: Json | undefined): Json | undefined =>
  isObject(condition) ? condition['expression'] : undefined;
