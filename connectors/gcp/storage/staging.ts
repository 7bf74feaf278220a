import { isUnread, type Unread } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { RestReader } from '../../rest.ts';
import { bucketIdOf } from './address.ts';
import { getBucketOfOthers, listBuckets, STORAGE } from './api.ts';

/** What whoever refers to a staging bucket calls, to learn whose it is. */
export const stagingOperations = { part: getBucketOfOthers, lookup: listBuckets };

/**
 * The bucket of a `gs://` address, if its name is the one that the Vertex AI SDK for Python makes out of project and
 * region alone, and that anybody can make out beforehand: google/cloud/aiplatform/utils/gcs_utils.py,
 * stage_local_data_in_gcs, which looks whose that bucket is from 1.148.0 on.
 */
export function stagingBucketIn(address: unknown, project: string): string | undefined {
  const name = bucketIdOf(address)?.replace(`//${STORAGE}/`, '');
  const start = `${project}-vertex-staging-`;
  return name?.startsWith(start) && REGION.test(name.slice(start.length)) ? name : undefined;
}

/** `us-central1`, `northamerica-northeast1`. */
const REGION = /^[a-z]+-[a-z]+\d+$/;

/**
 * Whose a staging bucket is. A project lists all that it owns, so that only a bucket which is not among them is asked
 * for. `number` is the project's own; `belongsTo` is left out where the answer does not tell.
 */
export async function stagingBucket(
  google: RestReader,
  name: string,
  { project, number }: { readonly project: string; readonly number: string | undefined },
): Promise<JsonObject | Unread> {
  const owned = await ownedBy(google, project);
  if (isUnread(owned)) return owned;
  if (owned.has(name)) return { name, belongsTo: 'this-project' };
  const found = await google.part(getBucketOfOthers, { bucket: name });
  if (found === undefined || isUnread(found)) return found ?? { name };
  if ('belongsTo' in found) return { name, belongsTo: found['belongsTo'] };
  const { projectNumber } = found;
  if (typeof projectNumber !== 'string') return { name };
  // One of its own that was made while the list was read.
  const belongsTo = projectNumber === number ? 'this-project' : 'another-project';
  return { name, belongsTo, projectNumber };
}

const listed = new WeakMap<RestReader, Promise<ReadonlySet<string> | Unread>>();

/** The names of the buckets of a project, gone through once however many models ask. */
function ownedBy(google: RestReader, project: string): Promise<ReadonlySet<string> | Unread> {
  const known = listed.get(google);
  if (known) return known;
  const reading = google.partList(listBuckets, { project }).then(namesOf);
  listed.set(google, reading);
  return reading;
}

const namesOf = (buckets: readonly JsonObject[] | Unread): ReadonlySet<string> | Unread =>
  isUnread(buckets)
    ? buckets
    : new Set(buckets.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])));
