import { kmsKey } from '#shared/assets/aws/kms.ts';
import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';

export default check(notebookInstance, {
  title: 'The keys of SageMaker notebook volumes are managed by the customer',
  severity: 'medium',
  applies: field('KmsKeyId').isPresent(),
  fails: related('encrypted-by', kmsKey, field('KeyManager').isNot('CUSTOMER')),
  why: 'A key may be named by its id and still be one that AWS manages: you can neither write its policy nor take access away.',
  fix: {
    console:
      'Recreate the notebook instance and choose a customer managed key under “Permissions and encryption”.',
    cli: 'aws sagemaker create-notebook-instance --notebook-instance-name … --kms-key-id …',
    cloudformation: { KmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source:
    'DescribeNotebookInstance response, @aws-sdk/client-sagemaker; DescribeKey response, @aws-sdk/client-kms',
  frameworks: { 'aws-security-hub': ['SageMaker.21'] },
  peers: {
    union: ['aws.sagemaker.notebook-kms-not-customer-managed'],
    steampipe: ['sagemaker_notebook_instance_encrypted_with_kms_cmk'],
    'aws-security-hub': ['SageMaker.21'],
    'aws-samples': ['SM-03'],
  },
  examples: {
    pass: [{ $config: { KmsKeyId: '7d6c1f4e' }, $related: { 'encrypted-by': [{ KeyManager: 'CUSTOMER' }] } }],
    fail: [{ $config: { KmsKeyId: '7d6c1f4e' }, $related: { 'encrypted-by': [{ KeyManager: 'AWS' }] } }],
    unknown: [
      { $config: { KmsKeyId: '7d6c1f4e' }, $related: { 'encrypted-by': ['unseen'] } },
      { $config: { KmsKeyId: '7d6c1f4e' }, $related: { 'encrypted-by': [{ KeyManager: 'Nobody' }] } },
    ],
    notApplicable: [{}],
  },
});
