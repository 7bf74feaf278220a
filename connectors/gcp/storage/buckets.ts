import { bucket } from '#shared/assets/gcp/storage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { grantedRoles } from '../granted-roles.ts';
import { resourceNameOf } from '../identity.ts';
import { googleGet, googleList } from '../operation.ts';
import { objectAt } from '../reply.ts';
import { keyIdOf } from '../vertex/api.ts';

const HOST = 'storage.googleapis.com';
const BUCKETS = `https://${HOST}/storage/v1/b`;

const listBuckets = googleList(
  'storage.buckets.list',
  `${BUCKETS}?project={project}&projection=full&maxResults=1000`,
  'items',
);
const getBucket = googleGet('storage.buckets.get', `${BUCKETS}/{bucket}?projection=full`);
const getBucketPolicy = googleGet(
  'storage.buckets.getIamPolicy',
  `${BUCKETS}/{bucket}/iam?optionsRequestedPolicyVersion=3`,
);

const nameOf = ({ name }: JsonObject): string => (typeof name === 'string' ? name : '');
const idOf = (summary: JsonObject): string => (nameOf(summary) === '' ? '' : `//${HOST}/${nameOf(summary)}`);

/** The buckets of a project that its AI assets refer to; one of another project stays unseen here. */
export default gcpConnector<JsonObject>(bucket, {
  operations: { list: [listBuckets], parts: { iamPolicy: getBucketPolicy }, find: [getBucket] },
  followsReferences: true,
  async *list({ google }, { scope, references }) {
    const wanted = await references((target) => target.startsWith(`//${HOST}/`));
    if (wanted.size === 0) return;
    for await (const found of google.list(listBuckets, { project: scope.account }))
      if (idOf(found) === '' || wanted.has(idOf(found))) yield found;
  },
  identify: (found) => ({ id: idOf(found), name: nameOf(found) }),
  read: async ({ google }, found) => ({
    ...found,
    iamPolicy: await google.part(getBucketPolicy, { bucket: nameOf(found) }),
  }),
  find: ({ google }, id) => google.get(getBucket, { bucket: resourceNameOf(id) }),
  // https://cloud.google.com/storage/docs/audit-logging: a bucket belongs to a project and is not named by it.
  auditedAs: (name) => {
    const bucket = /^projects\/_\/buckets\/([^/]+)$/.exec(name)?.[1];
    return bucket && `//${HOST}/${bucket}`;
  },
  // Not the bucket of its logs: what is referred to is read, and that one holds no AI.
  relations: (config) => [
    relation('encrypted-by', keyIdOf(objectAt(config, 'encryption')['defaultKmsKeyName'])),
    ...grantedRoles(config['iamPolicy']),
  ],
});
