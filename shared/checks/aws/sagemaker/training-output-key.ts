import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';
import { trainingState } from './training-state.ts';

export default check(trainingJob, {
  title: 'SageMaker training output is encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('OutputDataConfig.KmsKeyId'),
  why: 'The trained model is what was paid for; without a key of your own whoever reads the bucket has it.',
  fix: {
    console:
      'Start the next job with an encryption key under “Output data configuration”; a job cannot be changed.',
    cli: 'aws sagemaker create-training-job --training-job-name … --output-data-config S3OutputPath=…,KmsKeyId=…',
    cloudformation: trainingState({ OutputDataConfig: { KmsKeyId: '…' } }),
  },
  source: 'Search response, Results[].TrainingJob, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0048.004'] },
  peers: {
    union: ['aws.sagemaker.training-output-no-kms'],
    steampipe: ['sagemaker_training_job_volume_and_data_encryption_enabled'],
  },
  examples: {
    pass: [{ OutputDataConfig: { KmsKeyId: '7d6c1f4e', S3OutputPath: 's3://models/' } }],
    fail: [
      { OutputDataConfig: { S3OutputPath: 's3://models/' } },
      { OutputDataConfig: { KmsKeyId: 'alias/aws/s3' } },
    ],
    unknown: [{ OutputDataConfig: { KmsKeyId: {}, S3OutputPath: 's3://models/' } }],
  },
});
