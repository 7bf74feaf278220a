import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(notebookInstance, {
  title: 'SageMaker notebook volumes are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('KmsKeyId'),
  why: 'With a key of your own you decide who may decrypt the volume, see each use in CloudTrail, and can take access away at once.',
  fix: {
    console:
      'Recreate the notebook instance and choose a customer managed key under “Permissions and encryption”.',
    cli: 'aws sagemaker create-notebook-instance --notebook-instance-name … --kms-key-id …',
    cloudformation: { KmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source: 'DescribeNotebookInstance response, @aws-sdk/client-sagemaker; Security Hub control SageMaker.21',
  frameworks: { 'aws-security-hub': ['SageMaker.21'] },
  peers: {
    union: ['aws.sagemaker.notebook-kms-not-customer-managed', 'aws.sagemaker.notebook-no-kms'],
    prowler: ['sagemaker_notebook_instance_encryption_enabled'],
    cloudsploit: ['notebookDataEncrypted'],
    checkov: ['CKV_AWS_22', 'CKV_AWS_187'],
    steampipe: [
      'sagemaker_notebook_instance_encrypted_with_kms_cmk',
      'sagemaker_notebook_instance_encryption_at_rest_enabled',
    ],
    kics: ['tf sagemaker_notebook_instance_without_kms'],
    'aws-config': ['sagemaker_notebook_instance_kms_key_configured.guard'],
    'aws-security-hub': ['SageMaker.21'],
    'aws-samples': ['SM-03'],
  },
  examples: {
    pass: [{ KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [
      {},
      { KmsKeyId: 'alias/aws/sagemaker' },
      { KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/sagemaker' },
    ],
    unknown: [{ KmsKeyId: true }],
  },
});
