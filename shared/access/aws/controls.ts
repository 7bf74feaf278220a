import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { CompiledPolicies } from './compiled-policies.ts';

/** The numbers of policies that limit an account from above, by level: the root, each unit, the account itself. */
export interface Controls {
  /** On what its principals do. */
  readonly service: readonly (readonly number[])[];
  /** On what is done to its resources. */
  readonly resource: readonly (readonly number[])[];
}

export const NO_CONTROLS: Controls = { service: [], resource: [] };

const SERVICE = { part: 'serviceControlPolicies', type: 'SERVICE_CONTROL_POLICY' } as const;
const RESOURCE = { part: 'resourceControlPolicies', type: 'RESOURCE_CONTROL_POLICY' } as const;

/** By account, out of the organizations in an inventory. Says of which accounts it is not known what limits them. */
export function controlsOf(
  organizations: readonly Asset[],
  accounts: Iterable<string>,
  policies: CompiledPolicies,
  unread: (what: string) => void,
): ReadonlyMap<string, Controls> {
  const found = new Map<string, Controls>();
  for (const { id, config } of organizations) {
    const service = attachedBy(config, SERVICE, policies, unread, id);
    const resource = attachedBy(config, RESOURCE, policies, unread, id);
    for (const { Id, Paths } of objects(config['accounts'])) {
      // “SCPs don't affect users or roles in the management account”, nor do RCPs its resources.
      if (Id === config['MasterAccountId']) found.set(String(Id), NO_CONTROLS);
      else {
        const [path] = Array.isArray(Paths) ? Paths : [];
        if (typeof Id !== 'string' || typeof path !== 'string') continue;
        const levels = path.split('/').filter((level) => level !== '' && !level.startsWith('o-'));
        const on = (attached: Attached | undefined) =>
          attached ? levels.map((level) => attached.get(level) ?? []) : [];
        found.set(Id, { service: on(service), resource: on(resource) });
      }
    }
  }
  for (const account of accounts)
    if (!found.has(account)) unread(`service and resource control policies of ${account}`);
  return found;
}

/** Policies by the root, unit or account that they are attached to. */
type Attached = ReadonlyMap<string, readonly number[]>;

/** Undefined where policies of the kind are not in use, or were not read. */
function attachedBy(
  config: JsonObject,
  { part, type }: typeof SERVICE | typeof RESOURCE,
  policies: CompiledPolicies,
  unread: (what: string) => void,
  organization: string,
): Attached | undefined {
  const isInUse = objects(config['Roots']).some(({ PolicyTypes }) =>
    objects(PolicyTypes).some(({ Type, Status }) => Type === type && Status === 'ENABLED'),
  );
  if (isUnread(config['Roots']) || isUnread(config[part])) {
    unread(`${part} of ${organization}`);
    return undefined;
  }
  if (!isInUse) return undefined;
  const attached = new Map<string, number[]>();
  for (const { Arn, Name, Content, Targets } of objects(config[part])) {
    const source = String(Arn ?? Name);
    const added = isObject(Content) && !isUnread(Content) ? policies.add(source, Content) : undefined;
    if (typeof added !== 'number') unread(`policy ${source}`);
    const number = typeof added === 'number' ? added : policies.addUnread(source, 'Deny');
    for (const { TargetId } of objects(Targets)) {
      const level = attached.get(String(TargetId));
      if (level) level.push(number);
      else attached.set(String(TargetId), [number]);
    }
  }
  return attached;
}

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
