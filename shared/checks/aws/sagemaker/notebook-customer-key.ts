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
  peers: { union: ['aws.sagemaker.notebook-no-kms', 'aws.sagemaker.notebook-kms-not-customer-managed'] },
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
