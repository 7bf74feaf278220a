import { all, any, field, type Predicate } from '#shared/model/predicate.ts';
import { allows, type Statement } from '../policies.ts';
import { isForEverybody, letsOutsidersIn } from '../resource-policy.ts';
import { letsPublicPoliciesAct } from './public-policies.ts';

const NO_POLICY = 'the bucket has no policy';

/** Of a bucket: its policy lets in everybody, or accounts that nobody trusts, for what `where` selects. */
const outsidersMay = (where: (statement: Statement) => boolean): Predicate =>
  any(
    all(letsPublicPoliciesAct, letsOutsidersIn('Policy', { where, none: NO_POLICY })),
    // That public buckets are restricted keeps out the public, and not an account that a policy names.
    letsOutsidersIn('Policy', {
      where: (statement) => where(statement) && !isForEverybody(statement),
      strangers: true,
      none: NO_POLICY,
    }),
  );

/** Actions by which an object comes to be another, or the policy that protects it. */
const WRITES = ['s3:PutObject', 's3:DeleteObject', 's3:PutBucketPolicy'];

export const outsidersMayWrite = outsidersMay((statement) =>
  WRITES.some((action) => allows(statement, action)),
);

/** S3 knows more ways for a policy to be public than its principals. */
const isPublic = all(
  field('PolicyStatus.IsPublic')
    .absentIs(false, 'GetBucketPolicyStatus: a bucket without a policy has no status')
    .is(true),
  letsPublicPoliciesAct,
);

export const outsidersMayAct = any(
  isPublic,
  outsidersMay(() => true),
);

/** Of a bucket: what is overwritten or deleted in it is gone. */
export const keepsNoVersions = field('Versioning.Status')
  .absentIs('Never', 'GetBucketVersioning: no status if versioning was never enabled')
  .isNot('Enabled');
