import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { logsToBucket } from './log-buckets.ts';

const LOGS = { loggingConfig: { s3Config: { bucketName: 'logs' } } };
const lock = (ObjectLockConfiguration: object) => ({
  ...LOGS,
  objectLocks: { 'arn:aws:s3:::logs': { ...ObjectLockConfiguration } },
});

export default check(invocationLogging, {
  title: 'Bedrock invocation logs cannot be changed in their bucket',
  severity: 'medium',
  applies: logsToBucket,
  fails: some('objectLocks', field('Rule.DefaultRetention.Mode').isAbsent()),
  why: 'Who misuses a model, or has stolen the credentials for it, deletes afterwards what they asked and were answered.',
  fix: {
    console:
      'In S3, open the bucket’s “Properties”, enable Object Lock, and set a default retention for as long as an investigation may need.',
    cli: 'aws s3api put-object-lock-configuration --bucket … --object-lock-configuration \'{"ObjectLockEnabled":"Enabled","Rule":{"DefaultRetention":{"Mode":"GOVERNANCE","Days":90}}}\'',
    cloudformation: {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 90 } },
      },
    },
  },
  source:
    'GetModelInvocationLoggingConfiguration response, @aws-sdk/client-bedrock; GetObjectLockConfiguration response, @aws-sdk/client-s3',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MEASURE 2.4'] },
  peers: { union: ['aws.bedrock.invocation-log-bucket-exposed'] },
  examples: {
    pass: [
      lock({
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 90 } },
      }),
    ],
    // A lock without a default holds only what says so itself, and Bedrock says nothing.
    fail: [lock({}), lock({ ObjectLockEnabled: 'Enabled' })],
    unknown: [
      lock({
        $unread: {
          operation: 's3:GetObjectLockConfiguration',
          outcome: 'denied',
          permission: 's3:GetBucketObjectLockConfiguration',
        },
      }),
      LOGS,
    ],
    notApplicable: [{}, { loggingConfig: { cloudWatchConfig: { logGroupName: 'prompts' } } }],
  },
});
