import { inferenceExperiment } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(inferenceExperiment, {
  title: 'What SageMaker inference experiments capture is encrypted with a customer managed key',
  severity: 'medium',
  applies: field('DataStorageConfig').isPresent(),
  fails: lacksCustomerKey('DataStorageConfig.KmsKey'),
  why: 'Live requests and the answers of both models are stored, under a key whose policy you cannot write.',
  fix: {
    console: 'Create the experiment anew with an encryption key for its data storage.',
    cli: 'aws sagemaker create-inference-experiment --name … --data-storage-config Destination=…,KmsKey=…',
    cloudformation: { DataStorageConfig: { KmsKey: '…' } },
  },
  source: 'DescribeInferenceExperiment response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.24'] },
  peers: {
    union: ['aws.sagemaker.inference-experiment-data-no-kms'],
    'aws-security-hub': ['SageMaker.24'],
    'aws-samples': ['SM-38'],
  },
  examples: {
    pass: [{ DataStorageConfig: { Destination: 's3://captured/', KmsKey: '7d6c1f4e' } }],
    fail: [
      { DataStorageConfig: { Destination: 's3://captured/' } },
      { DataStorageConfig: { KmsKey: 'alias/aws/s3' } },
    ],
    unknown: [{ DataStorageConfig: { KmsKey: 9 } }],
    notApplicable: [{}],
  },
});
