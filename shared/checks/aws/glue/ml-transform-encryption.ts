import { mlTransform } from '#shared/assets/aws/glue.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlTransform, {
  title: 'Glue machine learning transforms encrypt the data of their users',
  severity: 'medium',
  fails: field('TransformEncryption.MlUserDataEncryption.MlUserDataEncryptionMode')
    .absentIs(
      'DISABLED',
      'MLTransform.TransformEncryption: the encryption-at-rest settings, optional, and with a mode where they are',
    )
    .is('DISABLED'),
  why: 'Labels and samples of your tables, which the transform learns from, are kept without encryption by a key of yours.',
  fix: {
    console:
      'Create the transform again with encryption of user data and a KMS key; the encryption cannot be changed.',
    cli: 'aws glue create-ml-transform --transform-encryption MlUserDataEncryption={MlUserDataEncryptionMode=SSE-KMS,KmsKeyId=…} …',
    cloudformation: {
      TransformEncryption: { MLUserDataEncryption: { MLUserDataEncryptionMode: 'SSE-KMS', KmsKeyId: '…' } },
    },
  },
  source: 'GetMLTransforms response, @aws-sdk/client-glue',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: {
    union: ['aws.glue.ml-transform-unencrypted'],
    prowler: ['glue_ml_transform_encrypted_at_rest'],
    steampipe: ['glue_ml_transform_encryption_at_rest_enabled'],
  },
  examples: {
    pass: [{ TransformEncryption: { MlUserDataEncryption: { MlUserDataEncryptionMode: 'SSE-KMS' } } }],
    fail: [{ TransformEncryption: { MlUserDataEncryption: { MlUserDataEncryptionMode: 'DISABLED' } } }, {}],
    unknown: [{ TransformEncryption: { MlUserDataEncryption: { MlUserDataEncryptionMode: 'ON' } } }],
  },
});
