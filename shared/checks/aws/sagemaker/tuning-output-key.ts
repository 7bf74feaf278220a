import { tuningJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';
import { jobState } from './job-state.ts';
import { someDefinition } from './tuning-definitions.ts';

export default check(tuningJob, {
  title: 'SageMaker tuning jobs encrypt what they train with a customer managed key',
  severity: 'medium',
  fails: someDefinition((definition) => lacksCustomerKey(`${definition}OutputDataConfig.KmsKeyId`)),
  why: 'Every trial leaves a trained model in the bucket; without a key of your own whoever reads it has them all.',
  fix: {
    console: 'Start the next tuning job with an encryption key under “Output data configuration”.',
    cli: 'aws sagemaker create-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name … --training-job-definition OutputDataConfig={S3OutputPath=…,KmsKeyId=…},…',
    cloudformation: jobState('sagemaker:createHyperParameterTuningJob.sync', {
      TrainingJobDefinition: { OutputDataConfig: { KmsKeyId: '…' } },
    }),
  },
  source: 'Search response, Results[].HyperParameterTuningJob, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0048.004'] },
  peers: { union: ['aws.sagemaker.tuning-job-no-kms'], 'aws-samples': ['SM-19'] },
  examples: {
    pass: [
      { TrainingJobDefinition: { OutputDataConfig: { KmsKeyId: '7d6c1f4e' } } },
      { TrainingJobDefinitions: [{ OutputDataConfig: { KmsKeyId: '7d6c1f4e' } }] },
    ],
    fail: [
      { TrainingJobDefinition: { OutputDataConfig: { S3OutputPath: 's3://out/' } } },
      {
        TrainingJobDefinitions: [
          { OutputDataConfig: { KmsKeyId: '7d6c1f4e' } },
          { OutputDataConfig: { KmsKeyId: 'alias/aws/s3' } },
        ],
      },
    ],
    unknown: [{ TrainingJobDefinition: { OutputDataConfig: { KmsKeyId: 9 } } }],
  },
});
