import type { Relation } from '#shared/model/asset.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../connector.ts';

/** Where the diagnostic settings of a resource send its logs. */
export function logDestinations(settings: Json | undefined): (Relation | undefined)[] {
  if (!Array.isArray(settings)) return [];
  return settings.flatMap((setting) => {
    const properties = isObject(setting) ? setting['properties'] : undefined;
    if (!isObject(properties)) return [];
    const { workspaceId, storageAccountId, eventHubAuthorizationRuleId } = properties;
    return [workspaceId, storageAccountId, eventHubAuthorizationRuleId].map((target) =>
      relation('logs-to', target),
    );
  });
}

/** The identities that were assigned to a resource, as ARM ids. */
export function assumedIdentities(identity: Json | undefined): (Relation | undefined)[] {
  const assigned = isObject(identity) ? identity['userAssignedIdentities'] : undefined;
  return isObject(assigned) ? Object.keys(assigned).map((id) => relation('assumes', id)) : [];
}
