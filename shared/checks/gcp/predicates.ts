import { EMPTY_BINDINGS, PUBLIC_MEMBERS } from '#shared/assets/gcp/iam-policy.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import { SECRET_KINDS } from '#shared/assets/secret-kinds.ts';
import { all, any, field, not, type Predicate, some } from '#shared/model/predicate.ts';

/** `<project number>-compute@developer.gserviceaccount.com`, which every VM of the project may share. */
export const DEFAULT_COMPUTE_ACCOUNT = /^\d+-compute@developer\.gserviceaccount\.com$/;

/** Where it is documented what a bucket does that says nothing of itself. */
export const BUCKET_DEFAULTS = {
  publicAccess: 'docs.cloud.google.com/storage/docs/public-access-prevention: “inherited” unless set',
  uniformAccess: 'docs.cloud.google.com/storage/docs/json_api/v1/buckets: fine-grained unless enabled',
  versioning: 'docs.cloud.google.com/storage/docs/object-versioning: off unless enabled',
} as const;

const isPublicMember = any(...PUBLIC_MEMBERS.map((member) => field('members').includes(member)));
const isPublicEntity = field('entity').isOneOf(...PUBLIC_MEMBERS);

/** Roles that let their holder look only; any other may hold the permission to add or replace objects. */
const READING_ROLES = [
  'roles/storage.bucketViewer',
  'roles/storage.legacyBucketReader',
  'roles/storage.legacyObjectReader',
  'roles/storage.objectViewer',
];

const preventsPublicAccess = field('iamConfiguration.publicAccessPrevention')
  .absentIs('inherited', BUCKET_DEFAULTS.publicAccess)
  .is('enforced');

const hasObjectLists = field('iamConfiguration.uniformBucketLevelAccess.enabled')
  .absentIs(false, BUCKET_DEFAULTS.uniformAccess)
  .isNot(true);

/** Of a bucket: anybody can read it or write to it. A grant has no effect where public access is prevented. */
export const isPublicBucket: Predicate = all(
  not(preventsPublicAccess),
  any(
    some('iamPolicy.bindings', isPublicMember, { absentIsEmpty: EMPTY_BINDINGS }),
    all(hasObjectLists, any(some('acl', isPublicEntity), some('defaultObjectAcl', isPublicEntity))),
  ),
);

/** Of a bucket: anybody can put objects into it. */
export const isPubliclyWritable: Predicate = all(
  not(preventsPublicAccess),
  some('iamPolicy.bindings', all(field('role').isNoneOf(...READING_ROLES), isPublicMember), {
    absentIsEmpty: EMPTY_BINDINGS,
  }),
);

/** Of a container specification: a secret stands in its environment. The values were dropped when read. */
export const hasSecretIn = (env: string): Predicate =>
  some(env, field('valueKind').isOneOf(...SECRET_KINDS), { absentIsEmpty: PROTO_JSON });

/** Among the words of a command line stands the note of a secret, which was dropped when read. */
export const hasSecretAmong = (words: string): Predicate =>
  some(words, field('').isOneOf(...SECRET_KINDS.map((kind) => `(not kept: ${kind})`)), {
    absentIsEmpty: PROTO_JSON,
  });

/** Of a container: a secret stands in what it is started with. */
export const startsWithSecret = (container: string): Predicate =>
  any(
    hasSecretIn(`${container}.env`),
    hasSecretAmong(`${container}.command`),
    hasSecretAmong(`${container}.args`),
  );

/** No key of the customer’s own protects the resource. */
export const lacksCustomerKey: Predicate = field('encryptionSpec.kmsKeyName').isEmpty();

/** It runs as nobody in particular: no account is named, or the one that every VM of the project may share. */
export const actsAsDefaultAccount = (path: string): Predicate =>
  any(field(path).isEmpty(), field(path).matches(DEFAULT_COMPUTE_ACCOUNT));

/** Neither a peered network nor a network attachment leads it through a network of the customer’s. */
export const isOutsideNetwork = (at = ''): Predicate =>
  all(field(`${at}network`).isEmpty(), field(`${at}pscInterfaceConfig.networkAttachment`).isEmpty());

/** An image by a tag, or by nothing: whoever may push decides what it is. */
export const UNPINNED_IMAGE = /^(?!.*@sha256:[0-9a-f]{64}$)./;

/** Of a flag that is left out of the reply where it is off. */
export const isOn = (path: string): Predicate => field(path).absentIs(false, PROTO_JSON).is(true);
export const isOff = (path: string): Predicate => not(isOn(path));

/** Some binding of the resource’s IAM policy lets everybody in. */
export const isOpenToEverybody: Predicate = some('iamPolicy.bindings', isPublicMember, {
  absentIsEmpty: EMPTY_BINDINGS,
});
