import { projectVersion } from '#shared/assets/aws/rekognition.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(projectVersion, {
  title: 'Rekognition Custom Labels models are encrypted with a customer managed key',
  severity: 'medium',
  applies: field('Status').isNoneOf('TRAINING_FAILED', 'COPYING_FAILED', 'DELETING'),
  fails: lacksCustomerKey('KmsKeyId'),
  why: 'Training images and the model are copied into storage of the service under a key that AWS owns: you can neither withdraw it nor see who uses it.',
  fix: {
    console: 'Train the model again with “Customize encryption settings” and a customer managed key.',
    cli: 'aws rekognition create-project-version --project-arn … --version-name … --output-config S3Bucket=…,S3KeyPrefix=… --kms-key-id …',
    terraform:
      '# Versions are no resource of CloudFormation or of the AWS provider: name the key when the model is trained.',
  },
  source: 'DescribeProjectVersions response, @aws-sdk/client-rekognition',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.rekognition.model-no-cmk'] },
  examples: {
    pass: [{ Status: 'RUNNING', KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{ Status: 'RUNNING' }, { Status: 'TRAINING_COMPLETED', KmsKeyId: 'alias/aws/rekognition' }],
    unknown: [{ Status: 'RUNNING', KmsKeyId: 2 }, {}],
    notApplicable: [{ Status: 'TRAINING_FAILED' }],
  },
});
