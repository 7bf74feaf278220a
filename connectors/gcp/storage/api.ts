import type { RestOperation } from '../../operation.ts';
import { googleDialect } from '../dialect.ts';
import { googleGet, googleList } from '../operation.ts';

export const STORAGE = 'storage.googleapis.com';
export const BUCKETS = `https://${STORAGE}/storage/v1/b` as const;

/** Every bucket of a project, with its access control lists. */
export const listBuckets = googleList(
  'storage.buckets.list',
  `${BUCKETS}?project={project}&projection=full&maxResults=1000`,
  'items',
);

/**
 * A bucket of which only the owner matters, so that a refusal is an answer too: 403 where it is there and its owner
 * lets nobody look, 404 where it is not there (docs.cloud.google.com/storage/docs/json_api/v1/status-codes). A refusal
 * for rate, or because the API is not enabled, says nothing of the bucket. To be asked only for what is not among the
 * buckets of the project: of those, 403 says no more than that the reader lacks the permission.
 */
export const getBucketOfOthers: RestOperation = {
  ...googleGet('storage.buckets.get', `${BUCKETS}/{bucket}`),
  answerIn: (status, body) => {
    if (status === 404) return { belongsTo: 'nobody' };
    return status === 403 && googleDialect.outcomeOf(status, body) === 'denied'
      ? { belongsTo: 'another-project' }
      : undefined;
  },
};
