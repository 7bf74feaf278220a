import { all, field, not, type Predicate } from '#shared/model/predicate.ts';

/** Of a bucket: a public policy lets strangers in. It does not while the bucket restricts public buckets. */
export const letsPublicPoliciesAct: Predicate = not(
  all(
    field('PublicAccessBlockConfiguration.RestrictPublicBuckets').isPresent(),
    field('PublicAccessBlockConfiguration.RestrictPublicBuckets').is(true),
  ),
);
