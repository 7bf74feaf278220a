import { kmsKey } from '#shared/assets/aws/kms.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(kmsKey, {
  title: 'Keys that encrypt AI are rotated',
  severity: 'low',
  // Of keys that cannot be rotated by KMS there is no status.
  applies: all(field('KeyManager').is('CUSTOMER'), field('KeyRotationEnabled').isPresent()),
  fails: field('KeyRotationEnabled').is(false),
  why: 'Key material that never changes protects more every year, and all of it falls with one leak.',
  fix: {
    console: 'In KMS, open the key’s “Key rotation” and turn on automatic rotation.',
    cli: 'aws kms enable-key-rotation --key-id …',
    cloudformation: { EnableKeyRotation: true },
  },
  source: 'GetKeyRotationStatus response, @aws-sdk/client-kms',
  frameworks: { 'aws-security-hub': ['KMS.4'] },
  examples: {
    pass: [{ KeyManager: 'CUSTOMER', KeyRotationEnabled: true }],
    fail: [{ KeyManager: 'CUSTOMER', KeyRotationEnabled: false }],
    unknown: [{ KeyManager: 'CUSTOMER', KeyRotationEnabled: 'yearly' }],
    notApplicable: [{ KeyManager: 'AWS' }, { KeyManager: 'CUSTOMER' }],
  },
});
