import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { letsGrantsAct } from './public-policies.ts';

/** Everybody, and everybody with any AWS account. */
const GROUPS = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

export default check(bucket, {
  title: 'Access lists of buckets that AI uses grant the public nothing',
  severity: 'critical',
  applies: letsGrantsAct,
  fails: some(
    'Grants',
    field('Grantee.URI').absentIs('', 'Grantee: URI is that of a group').matches(GROUPS),
    {
      absentIsEmpty: 'GetBucketAcl: without grants nobody but the owner has access',
    },
  ),
  why: 'Anybody can list, read or write what the grant names: training data is copied or poisoned, models are stolen or swapped.',
  fix: {
    console: 'In S3, open the bucket’s “Permissions”, “Object ownership”, and choose “ACLs disabled”.',
    cli: 'aws s3api put-bucket-ownership-controls --bucket … --ownership-controls Rules=[{ObjectOwnership=BucketOwnerEnforced}]',
    cloudformation: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
  },
  source: 'GetBucketAcl response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0020'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.s3.ai-bucket-public'],
    prowler: ['s3_bucket_public_access', 's3_bucket_policy_public_write_access'],
  },
  examples: {
    pass: [
      {
        Name: 'models',
        Grants: [{ Grantee: { ID: '7f1e', Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
      },
      {
        Name: 'models',
        Grants: [
          {
            Grantee: { URI: 'http://acs.amazonaws.com/groups/s3/LogDelivery', Type: 'Group' },
            Permission: 'WRITE',
          },
        ],
      },
    ],
    fail: [
      {
        Name: 'models',
        Grants: [
          {
            Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AllUsers', Type: 'Group' },
            Permission: 'READ',
          },
        ],
      },
    ],
    unknown: [{ Name: 'models', Grants: 'all' }],
    notApplicable: [
      {
        Name: 'models',
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      },
      {
        Name: 'models',
        AccountPublicAccessBlockConfiguration: { IgnorePublicAcls: true },
        Grants: [{ Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AllUsers' } }],
      },
    ],
  },
});
