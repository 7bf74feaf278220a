import type { Relation } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import type { RestReader } from '../../rest.ts';
import { googleGet, googleList } from '../operation.ts';

const POLICIES = 'https://iam.googleapis.com/v2/policies/{point}/denypolicies';

/**
 * google/iam/v2/policy.proto: a list leaves the rules out. What a policy is attached to is the full name of a
 * resource without slashes before it, of which slashes are written %2F.
 */
export const listDenyPolicies = googleList('iam.denypolicies.list', POLICIES, 'policies');
export const getDenyPolicy = googleGet('iam.denypolicies.get', `${POLICIES}/{policy}`);

/** `projects/p`, `folders/1` or `organizations/1` */
export const denyPoliciesOf = (google: RestReader, container: string): AsyncIterable<JsonObject> =>
  google.list(listDenyPolicies, { point: `cloudresourcemanager.googleapis.com/${container}` });

/** By `policies/cloudresourcemanager.googleapis.com%2Fprojects%2F1/denypolicies/p`. */
export function readDenyPolicy(google: RestReader, name: string): Promise<JsonObject> {
  const [, point = '', , policy = ''] = name.split('/');
  return google.get(getDenyPolicy, { point: decodeURIComponent(point), policy });
}

/** The project, folder or organisation that it is attached to, which a reply names by its number. */
export const attachmentOf = ({ name }: JsonObject): (Relation | undefined)[] => [
  relation('attached-to', `//${decodeURIComponent(String(name).split('/')[1] ?? '')}`),
];
