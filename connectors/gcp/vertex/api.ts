import { fullName } from '../identity.ts';
import { googleGet, googleList } from '../operation.ts';

export const VERTEX = 'aiplatform.googleapis.com';

const LOCATION = `https://{region}-${VERTEX}/v1/projects/{project}/locations/{region}`;

/** The list of one collection of a location, by 100; `query` is added to it as it is. */
export const vertexList = (collection: string, query = '') =>
  googleList(`aiplatform.${collection}.list`, `${LOCATION}/${collection}?pageSize=100${query}`, collection);

export const vertexGet = (collection: string) =>
  googleGet(`aiplatform.${collection}.get`, `https://{region}-${VERTEX}/v1/{+name}`);

/** A Cloud KMS key, as `encryptionSpec.kmsKeyName` and others name it. */
export const keyIdOf = (name: unknown): string | undefined => fullName('cloudkms.googleapis.com', name);

/** A VPC network: `projects/<number>/global/networks/<name>`, or the address of it that Workbench gives. */
export const networkIdOf = (name: unknown): string | undefined =>
  fullName(
    'compute.googleapis.com',
    typeof name === 'string' ? name.replace(/^https:\/\/www\.googleapis\.com\/compute\/v1\//, '') : name,
  );
