import { all, field, none, type Predicate } from '#shared/model/predicate.ts';

const UNSET = 'PublicAccessBlockConfiguration: each setting blocks when it is true';

type Setting = 'BlockPublicAcls' | 'IgnorePublicAcls' | 'BlockPublicPolicy' | 'RestrictPublicBuckets';

const leavesOpen = (holder: string, setting: Setting): Predicate =>
  field(`${holder}.${setting}`).absentIs(false, UNSET).is(false);

/** Of a bucket: neither its own block nor that of its account has the setting. S3 goes by the stricter of the two. */
export const isUnblocked = (setting: Setting): Predicate =>
  all(
    leavesOpen('PublicAccessBlockConfiguration', setting),
    leavesOpen('AccountPublicAccessBlockConfiguration', setting),
  );

/** Of a bucket: a public policy lets strangers in. It does not while public buckets are restricted. */
export const letsPublicPoliciesAct: Predicate = isUnblocked('RestrictPublicBuckets');

/** Of a bucket: grants of its access list count. */
export const letsGrantsAct: Predicate = all(
  none('OwnershipControls.Rules', field('ObjectOwnership').is('BucketOwnerEnforced'), {
    absentIsEmpty: 'GetBucketOwnershipControls: without controls objects belong to their writers',
  }),
  isUnblocked('IgnorePublicAcls'),
);
