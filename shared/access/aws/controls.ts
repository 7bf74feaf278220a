import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { CompiledPolicies } from './compiled-policies.ts';
import type { Statement } from './statement.ts';

/** The numbers of policies that limit an account from above, by level: the root, each unit, the account itself. */
export interface Controls {
  /** On what its principals do. */
  readonly service: readonly (readonly number[])[];
  /** On what is done to its resources. */
  readonly resource: readonly (readonly number[])[];
}

export const NO_CONTROLS: Controls = { service: [], resource: [] };

interface Kind {
  readonly part: string;
  readonly type: string;
  readonly title: string;
  /** What one that was not read may say. What allows on resources stands everywhere: `RCPFullAWSAccess`. */
  readonly effects: readonly Statement['effect'][];
}

const SERVICE: Kind = {
  part: 'serviceControlPolicies',
  type: 'SERVICE_CONTROL_POLICY',
  title: 'service control policies',
  effects: ['Allow', 'Deny'],
};
const RESOURCE: Kind = {
  part: 'resourceControlPolicies',
  type: 'RESOURCE_CONTROL_POLICY',
  title: 'resource control policies',
  effects: ['Deny'],
};

/**
 * By account, out of the organizations in an inventory. What was not read is taken to limit nothing, and is said of
 * each account that it may limit.
 */
export function controlsOf(
  organizations: readonly Asset[],
  accounts: Iterable<string>,
  policies: CompiledPolicies,
  unread: (what: string) => void,
): ReadonlyMap<string, Controls> {
  const found = new Map<string, Controls>();
  const ours = new Set(accounts);
  for (const { config } of organizations) {
    const service = attachedBy(config, SERVICE, policies, unread);
    const resource = attachedBy(config, RESOURCE, policies, unread);
    // “SCPs don't affect users or roles in the management account”, nor do RCPs its resources.
    const management = config['MasterAccountId'];
    if (typeof management === 'string') found.set(management, NO_CONTROLS);
    for (const { Id, Paths } of objects(config['accounts'])) {
      const [path] = Array.isArray(Paths) ? Paths : [];
      if (typeof Id !== 'string' || Id === management || typeof path !== 'string') continue;
      const levels = path.split('/').filter((level) => level !== '' && !level.startsWith('o-'));
      const on = (attached: Attached, { title }: Kind) => {
        if (attached === 'unread' && ours.has(Id)) unread(`${title} of ${Id}`);
        return typeof attached === 'string' ? [] : levels.map((level) => attached.get(level) ?? []);
      };
      found.set(Id, { service: on(service, SERVICE), resource: on(resource, RESOURCE) });
    }
  }
  for (const account of ours)
    if (!found.has(account)) unread(`service and resource control policies of ${account}`);
  return found;
}

/** Policies by the root, unit or account that they are attached to. */
type Attached = ReadonlyMap<string, readonly number[]> | 'not in use' | 'unread';

function attachedBy(
  config: JsonObject,
  { part, type, effects }: Kind,
  policies: CompiledPolicies,
  unread: (what: string) => void,
): Attached {
  const read = config[part];
  if (!Array.isArray(config['Roots'])) return 'unread';
  const statuses = objects(config['Roots'])
    .flatMap(({ PolicyTypes }) => objects(PolicyTypes))
    .flatMap(({ Type, Status }) => (Type === type ? [Status] : []));
  if (statuses.length === 0) return 'not in use';
  // Between enabling and disabling nobody knows what holds.
  if (!statuses.includes('ENABLED') || !Array.isArray(read)) return 'unread';
  const attached = new Map<string, number[]>();
  for (const { Arn, Name, Content, Targets } of objects(read)) {
    const source = String(Arn ?? Name);
    const added = isObject(Content) && !isUnread(Content) ? policies.add(source, Content) : undefined;
    if (typeof added !== 'number') unread(`policy ${source}`);
    const numbers =
      typeof added === 'number' ? [added] : effects.map((effect) => policies.addUnread(source, effect));
    for (const { TargetId } of objects(Targets)) {
      const level = attached.get(String(TargetId));
      if (level) level.push(...numbers);
      else attached.set(String(TargetId), [...numbers]);
    }
  }
  return attached;
}

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
