import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

export default check(bucket, {
  title: 'Buckets that AI uses have their access lists switched off',
  severity: 'medium',
  fails: none('OwnershipControls.Rules', field('ObjectOwnership').is('BucketOwnerEnforced'), {
    absentIsEmpty: 'GetBucketOwnershipControls: without controls objects belong to their writers',
  }),
  why: 'An access list on a single object can open it to others past every policy of the bucket, and objects may belong to whoever wrote them.',
  fix: {
    console: 'In S3, open the bucket’s “Permissions”, “Object ownership”, and choose “ACLs disabled”.',
    cli: 'aws s3api put-bucket-ownership-controls --bucket … --ownership-controls Rules=[{ObjectOwnership=BucketOwnerEnforced}]',
    cloudformation: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
  },
  source: 'GetBucketOwnershipControls response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
  examples: {
    pass: [{ Name: 'models', OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } }],
    fail: [
      { Name: 'models' },
      { Name: 'models', OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } },
    ],
    unknown: [{ Name: 'models', OwnershipControls: { Rules: [{ ObjectOwnership: 'Nobody' }] } }],
  },
});
