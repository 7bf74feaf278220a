import { fullName, resourceNameOf } from '../identity.ts';
import { type LocationList, locationOf } from '../location-list.ts';
import { googleGet, googleList } from '../operation.ts';

export const VERTEX = 'aiplatform.googleapis.com';

const LOCATION = `https://{region}-${VERTEX}/v1/projects/{project}/locations/{region}`;

export interface VertexListOptions {
  /** The kind in Cloud Asset Inventory: `Endpoint`. */
  readonly inventory?: string;
  /** Added to the address as it is. */
  readonly query?: string;
  readonly isHistory?: boolean;
}

/** The list of one collection, location by location, by 100. */
export function vertexList(
  collection: string,
  { inventory, query = '', isHistory = false }: VertexListOptions = {},
): LocationList {
  return {
    ...googleList(
      `aiplatform.${collection}.list`,
      `${LOCATION}/${collection}?pageSize=100${query}`,
      collection,
    ),
    ...(inventory ? { inventoryType: `${VERTEX}/${inventory}` } : {}),
    ...(isHistory ? { isHistory } : {}),
  };
}

export const vertexGet = (collection: string) =>
  googleGet(`aiplatform.${collection}.get`, `https://{region}-${VERTEX}/v1/{+name}`);

/** The parameters of {@link vertexGet} for a full resource name. */
export const vertexAddress = (id: string) => ({ name: resourceNameOf(id), region: locationOf(id) });

/** A Cloud KMS key, as `encryptionSpec.kmsKeyName` and others name it. */
export const keyIdOf = (name: unknown): string | undefined => fullName('cloudkms.googleapis.com', name);

/** A VPC network: `projects/<number>/global/networks/<name>`, or the address of it that Workbench gives. */
export const networkIdOf = (name: unknown): string | undefined =>
  fullName(
    'compute.googleapis.com',
    typeof name === 'string' ? name.replace(/^https:\/\/www\.googleapis\.com\/compute\/v1\//, '') : name,
  );
