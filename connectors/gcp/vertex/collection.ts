import type { Identity, Relation } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Unread } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Reading } from '../../connector.ts';
import type { Operation } from '../../operation.ts';
import { type GcpConnector, type GcpServices, gcpConnector } from '../connector.ts';
import { grantedRoles } from '../granted-roles.ts';
import { googleIdentity } from '../identity.ts';
import { recentOrUnended } from '../recency.ts';
import { VERTEX, type Version, vertexAddress, vertexGet, vertexList, vertexPolicy } from './api.ts';

export interface Collection {
  /** The kind in Cloud Asset Inventory, if it is there: `Endpoint`. */
  readonly inventory?: string;
  readonly version?: Version;
  /**
   * Set for jobs, which are kept for ever: how their states begin, where the list takes a filter by state and by
   * time; `unfiltered` where it documents none, and the look-back is applied to what it gives.
   */
  readonly history?: 'JOB_STATE' | 'PIPELINE_STATE' | 'unfiltered';
  /** What is kept of a resource: without secrets, prompts and data. */
  readonly kept?: (resource: JsonObject) => JsonObject;
  /** Set where the resource has an IAM policy of its own: the version of the API that tells it. */
  readonly policy?: Version;
  /** One key of the config that other services than Vertex AI tell, and what they are asked. */
  readonly joined?: {
    readonly key: string;
    readonly part: Operation;
    readonly lookup: Operation;
    readonly read: (
      services: GcpServices,
      resource: JsonObject,
      reading: Reading,
    ) => Promise<JsonObject | Unread | undefined>;
  };
  /** Set where the inventory leaves fields out: each resource is then read at the service. */
  readonly isPartlyInInventory?: boolean;
  readonly relations?: (resource: JsonObject) => readonly (Relation | undefined)[];
}

/** The connector of one collection of Vertex AI: listed everywhere, and read again by name. */
export function vertexCollection(
  assetType: AssetType,
  collection: string,
  options: Collection = {},
): GcpConnector<JsonObject> {
  const { inventory, version = 'v1', history, kept = (resource) => resource, relations, joined } = options;
  const isFiltered = history !== undefined && history !== 'unfiltered';
  const list = vertexList(collection, {
    inventory,
    version,
    isHistory: history !== undefined,
    ...(isFiltered ? { query: '&filter={filter}' } : {}),
  });
  const get = vertexGet(collection, version);
  const kind = assetType.nativeType.slice(assetType.nativeType.lastIndexOf('/') + 1);
  const getPolicy = options.policy && vertexPolicy(collection, kind, options.policy);

  async function* listed({ everywhere }: GcpServices, reading: Reading): AsyncGenerator<JsonObject> {
    const parameters = isFiltered ? { filter: recentOrUnended(reading, history) } : {};
    for await (const resource of everywhere(list, parameters)) yield kept(resource);
  }

  async function whole(services: GcpServices, resource: JsonObject, reading: Reading): Promise<JsonObject> {
    const { google, policyOf } = services;
    const { id } = identityOf(resource);
    const config = options.isPartlyInInventory ? kept(await google.get(get, vertexAddress(id))) : resource;
    const part = await joined?.read(services, config, reading);
    return {
      ...config,
      ...(joined && part !== undefined ? { [joined.key]: part } : {}),
      ...(getPolicy ? { iamPolicy: await policyOf(id, getPolicy, vertexAddress(id)) } : {}),
    };
  }

  return gcpConnector<JsonObject>(assetType, {
    operations: {
      list: [list],
      find: [get],
      ...(options.isPartlyInInventory ? { read: [get] } : {}),
      parts: {
        ...(getPolicy ? { iamPolicy: getPolicy } : {}),
        ...(joined ? { [joined.key]: joined.part } : {}),
      },
      ...(joined ? { lookups: [joined.lookup] } : {}),
    },
    list: listed,
    identify: identityOf,
    find: async ({ google }, id) => kept(await google.get(get, vertexAddress(id))),
    ...(options.isPartlyInInventory || getPolicy || joined ? { read: whole } : {}),
    relations: (resource) => [...(relations?.(resource) ?? []), ...grantedRoles(resource['iamPolicy'])],
  });
}

/** The full resource name, and for people the display name or else the last part of the name. */
function identityOf(resource: JsonObject): Identity {
  const { id, name } = googleIdentity(VERTEX, resource);
  const hasDisplayName = typeof resource['displayName'] === 'string' && resource['displayName'] !== '';
  return { id, name: hasDisplayName ? name : id.slice(id.lastIndexOf('/') + 1) };
}
