import { repository } from '#shared/assets/aws/ecr.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(repository, {
  title: 'Image repositories of AI are encrypted with KMS',
  severity: 'medium',
  fails: field('encryptionConfiguration.encryptionType')
    .absentIs('AES256', 'EncryptionConfiguration: by default keys that S3 manages, with AES256')
    .isNoneOf('KMS', 'KMS_DSSE'),
  why: 'Images of models and agents hold code and often weights; a KMS key adds a policy and a trail to reading them.',
  fix: {
    console: 'Create the repository again with KMS encryption: it cannot be changed later.',
    cli: 'aws ecr create-repository --repository-name … --encryption-configuration encryptionType=KMS,kmsKey=…',
    cloudformation: { EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: '…' } },
  },
  source: 'DescribeRepositories response, @aws-sdk/client-ecr',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
  peers: { union: ['aws.agentcore.ecr-no-encryption'], 'aws-samples': ['AC-05'] },
  examples: {
    pass: [{ repositoryName: 'churn', encryptionConfiguration: { encryptionType: 'KMS' } }],
    fail: [
      { repositoryName: 'churn', encryptionConfiguration: { encryptionType: 'AES256' } },
      { repositoryName: 'churn' },
    ],
    unknown: [{ repositoryName: 'churn', encryptionConfiguration: { encryptionType: 'ROT13' } }],
  },
});
