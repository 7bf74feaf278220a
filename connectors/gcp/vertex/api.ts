import type { Relation } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { fullName, resourceNameOf } from '../identity.ts';
import { type LocationList, locationOf } from '../location-list.ts';
import { googleGet, googleList, googlePost } from '../operation.ts';
import { objectAt } from '../reply.ts';
import type { PolicyOperation } from '../resource-policy.ts';

export const VERTEX = 'aiplatform.googleapis.com';

/** `v1beta1` is asked only for what `v1` does not have. */
export type Version = 'v1' | 'v1beta1';

export interface VertexListOptions {
  /** The kind in Cloud Asset Inventory: `Endpoint`. */
  readonly inventory?: string | undefined;
  /** Added to the address as it is. */
  readonly query?: string;
  readonly isHistory?: boolean;
  readonly version?: Version;
}

/** The list of one collection, location by location, by 100. */
export function vertexList(
  collection: string,
  { inventory, query = '', isHistory = false, version = 'v1' }: VertexListOptions = {},
): LocationList {
  const location = `https://{region}-${VERTEX}/${version}/projects/{project}/locations/{region}` as const;
  return {
    ...googleList(
      `aiplatform.${collection}.list`,
      `${location}/${collection}?pageSize=100${query}`,
      collection,
    ),
    ...(inventory ? { inventoryType: `${VERTEX}/${inventory}` } : {}),
    ...(isHistory ? { isHistory } : {}),
  };
}

export const vertexGet = (collection: string, version: Version = 'v1') =>
  googleGet(`aiplatform.${collection}.get`, `https://{region}-${VERTEX}/${version}/{+name}`);

/**
 * The IAM policy of one resource, in version 3, the only one that tells conditions. What is asked is in the query:
 * “The request body must be empty” (docs.cloud.google.com/vertex-ai/docs/reference/rest, getIamPolicy).
 */
export const vertexPolicy = (collection: string, kind: string, version: Version = 'v1'): PolicyOperation => ({
  ...googlePost(
    `aiplatform.${collection}.getIamPolicy`,
    `https://{region}-${VERTEX}/${version}/{+name}:getIamPolicy?options.requestedPolicyVersion=3`,
  ),
  policyOfType: `${VERTEX}/${kind}`,
});

/** The parameters of {@link vertexGet} and {@link vertexPolicy} for a full resource name. */
export const vertexAddress = (id: string) => ({ name: resourceNameOf(id), region: locationOf(id) });

/** A Cloud KMS key, as `encryptionSpec.kmsKeyName` and others name it. */
export const keyIdOf = (name: unknown): string | undefined => fullName('cloudkms.googleapis.com', name);

/** The key that a resource, and all under it, is encrypted with. */
export const encryptedBy = (resource: JsonObject): Relation | undefined =>
  relation('encrypted-by', keyIdOf(objectAt(resource, 'encryptionSpec')['kmsKeyName']));

/** A VPC network: `projects/<number>/global/networks/<name>`, or the address of it that Workbench gives. */
export const networkIdOf = (name: unknown): string | undefined =>
  fullName(
    'compute.googleapis.com',
    typeof name === 'string' ? name.replace(/^https:\/\/www\.googleapis\.com\/compute\/v1\//, '') : name,
  );

/** The peered network and the network attachment through which something runs in the customer's network. */
export const attachedTo = (spec: JsonObject): readonly (Relation | undefined)[] => [
  relation('attached-to', networkIdOf(spec['network'])),
  relation('attached-to', networkIdOf(objectAt(spec, 'pscInterfaceConfig')['networkAttachment'])),
];
