import { logBucket } from '#shared/assets/gcp/logging.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { googleGet, googleList } from '../operation.ts';

const HOST = 'logging.googleapis.com';

/** `locations/-` stands for all of them: ListBucketsRequest.parent in google/logging/v2/logging_config.proto. */
const listBuckets = googleList(
  'logging.buckets.list',
  `https://${HOST}/v2/projects/{project}/locations/-/buckets?pageSize=1000`,
  'buckets',
);
const getBucket = googleGet('logging.buckets.get', `https://${HOST}/v2/{+name}`);

export default gcpConnector<JsonObject>(logBucket, {
  operations: { list: [listBuckets], find: [getBucket] },
  // Every project has two: that they are there hints at nothing.
  isSetting: true,
  list: ({ google }, { scope }) => google.list(listBuckets, { project: scope.account }),
  identify: (bucket) => googleIdentity(HOST, bucket),
  find: ({ google }, id) => google.get(getBucket, { name: resourceNameOf(id) }),
});
