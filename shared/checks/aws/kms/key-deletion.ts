import { kmsKey } from '#shared/assets/aws/kms.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(kmsKey, {
  title: 'Keys that encrypt AI are not about to be deleted',
  severity: 'high',
  fails: field('KeyState').isOneOf('PendingDeletion', 'PendingReplicaDeletion'),
  why: 'When the key is gone, everything that it encrypts is lost for good: models, training data, indexes, logs.',
  fix: {
    console: 'In KMS, select the key and choose “Key actions”, “Cancel key deletion”, then enable it again.',
    cli: 'aws kms cancel-key-deletion --key-id …; aws kms enable-key --key-id …',
    cloudformation: { Enabled: true },
  },
  source: 'DescribeKey response, @aws-sdk/client-kms',
  frameworks: { 'mitre-atlas': ['AML.T0029'] },
  examples: {
    pass: [{ KeyState: 'Enabled' }],
    fail: [{ KeyState: 'PendingDeletion' }],
    unknown: [{}, { KeyState: 'Gone' }],
  },
});
