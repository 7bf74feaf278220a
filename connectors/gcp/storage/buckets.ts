import { bucket } from '#shared/assets/gcp/storage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { grantedRoles } from '../granted-roles.ts';
import { resourceNameOf } from '../identity.ts';
import { googleGet } from '../operation.ts';
import { objectAt } from '../reply.ts';
import { keyIdOf } from '../vertex/api.ts';
import { BUCKETS, listBuckets, STORAGE } from './api.ts';

const getBucket = googleGet('storage.buckets.get', `${BUCKETS}/{bucket}?projection=full`);
const getBucketPolicy = googleGet(
  'storage.buckets.getIamPolicy',
  `${BUCKETS}/{bucket}/iam?optionsRequestedPolicyVersion=3`,
);

const nameOf = ({ name }: JsonObject): string => (typeof name === 'string' ? name : '');
const idOf = (summary: JsonObject): string =>
  nameOf(summary) === '' ? '' : `//${STORAGE}/${nameOf(summary)}`;

/** The buckets of a project that its AI assets refer to; one of another project stays unseen here. */
export default gcpConnector<JsonObject>(bucket, {
  operations: { list: [listBuckets], parts: { iamPolicy: getBucketPolicy }, find: [getBucket] },
  followsReferences: true,
  async *list({ google }, { scope, references }) {
    const wanted = await references((target) => target.startsWith(`//${STORAGE}/`));
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
    return bucket && `//${STORAGE}/${bucket}`;
  },
  // Not the bucket of its logs: what is referred to is read, and that one holds no AI.
  relations: (config) => [
    relation('encrypted-by', keyIdOf(objectAt(config, 'encryption')['defaultKmsKeyName'])),
    ...grantedRoles(config['iamPolicy']),
  ],
});
