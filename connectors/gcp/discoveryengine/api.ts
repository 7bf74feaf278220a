import { resourceNameOf } from '../identity.ts';
import { hostPrefixOf, type LocationList, locationOf } from '../location-list.ts';
import { googleGet, googleList } from '../operation.ts';

export const HOST = 'discoveryengine.googleapis.com';

/** The list of one collection of the default collection; there are three locations, each a multi-region. */
export const engineList = (collection: string, inventoryType?: string): LocationList => ({
  ...googleList(
    `discoveryengine.${collection}.list`,
    `https://{at}${HOST}/v1/projects/{project}/locations/{region}/collections/default_collection/${collection}?pageSize=50`,
    collection,
  ),
  locations: () => ['global', 'us', 'eu'],
  ...(inventoryType ? { inventoryType } : {}),
});

export const engineGet = (collection: string) =>
  googleGet(`discoveryengine.${collection}.get`, `https://{at}${HOST}/v1/{+name}`);

export const engineAddress = (id: string) => ({
  name: resourceNameOf(id),
  at: hostPrefixOf(locationOf(id)),
});
