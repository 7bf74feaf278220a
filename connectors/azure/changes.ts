import { nativeTypesOf } from '#shared/model/asset-type.ts';
import type { ChangedAsset } from '../changed-asset.ts';
import { type Connector, operationsOf } from '../connector.ts';
import { scopeOf } from './scope.ts';

/** What Resource Manager says of a write, a deletion or an action, as far as it tells which asset to read again. */
export interface ArmChange {
  /** The ARM id of what was changed. */
  readonly resourceUri: string;
  /** `Microsoft.CognitiveServices/accounts/write` */
  readonly operationName: string;
}

/** Actions that read with POST: a portal lists keys whenever somebody opens a page. */
const READS = /\/list\w*\/action$/i;

/**
 * The assets that a change is of: the resource itself, or the nearest above it that connectors read, as the account
 * is of its diagnostic settings. None where no connector reads any of them, or where the id is none.
 */
export function changedAssets(
  connectors: readonly Pick<Connector, 'assetType'>[],
  { resourceUri, operationName }: ArmChange,
): ChangedAsset[] {
  if (READS.test(operationName)) return [];
  for (const { subscription, type, id } of resourcesOf(resourceUri)) {
    const changed = connectors
      .filter(({ assetType }) => nativeTypesOf(assetType).some((one) => isSame(one, type)))
      .map(({ assetType }) => ({ scope: scopeOf(subscription), assetType: assetType.id, assetId: id }));
    if (changed.length > 0) return changed;
  }
  return [];
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The resource providers whose changes can be of an asset: what an event subscription lets through. */
export function resourceProvidersOf(connectors: readonly Connector<never>[]): string[] {
  const permissions = connectors.flatMap((connector) => operationsOf(connector)).map((one) => one.permission);
  return [
    ...new Set(permissions.flatMap((permission) => /^Microsoft\.\w+(?=\/)/.exec(permission) ?? [])),
  ].sort();
}

interface ArmResource {
  readonly subscription: string;
  /** `Microsoft.CognitiveServices/accounts/deployments` */
  readonly type: string;
  readonly id: string;
}

const SUBSCRIPTION = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A name or a type in an ARM id. The id becomes the path of a request, so nothing passes that a URL would read
 * otherwise than as a name: no dots alone, no percent, no delimiter.
 */
const NAME = /^[\p{L}\p{N}_(][\p{L}\p{N}\p{M} _.()~@:-]{0,259}$/u;

/** A resource and what it lies in, from the inside out, within its subscription. */
function resourcesOf(resourceUri: string): ArmResource[] {
  const [root, subscriptions = '', subscription = '', ...segments] = resourceUri.split('/');
  if (root !== '' || subscriptions.toLowerCase() !== 'subscriptions') return [];
  if (!SUBSCRIPTION.test(subscription) || !segments.every((segment) => NAME.test(segment))) return [];
  const resources: ArmResource[] = [];
  const [first = ''] = segments;
  const start = first.toLowerCase() === 'resourcegroups' ? 2 : 0;
  let type = '';
  for (let end = start + 2; end <= segments.length; end += 2) {
    const [kind = '', name = ''] = segments.slice(end - 2, end);
    // A provider begins a new type, and everything else goes on with the one before.
    if (kind.toLowerCase() === 'providers') type = name;
    else if (type === '') return [];
    else {
      type += `/${kind}`;
      const id = `/${subscriptions}/${subscription}/${segments.slice(0, end).join('/')}`;
      resources.unshift({ subscription: subscription.toLowerCase(), type, id });
    }
  }
  // Without its name the last of them is a list.
  return segments.length % 2 === 0 ? resources : [];
}
