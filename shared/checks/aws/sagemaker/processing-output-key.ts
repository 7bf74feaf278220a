import { processingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';
import { jobState } from './job-state.ts';

export default check(processingJob, {
  title: 'SageMaker processing output is encrypted with a customer managed key',
  severity: 'medium',
  applies: some('ProcessingOutputConfig.Outputs', field('S3Output').isPresent(), {
    absentIsEmpty: 'DescribeProcessingJobResponse: ProcessingOutputConfig is optional',
  }),
  fails: lacksCustomerKey('ProcessingOutputConfig.KmsKeyId'),
  why: 'Prepared training data and features are written under a key whose policy you cannot write: whoever reads the bucket has them.',
  fix: {
    console: 'Start the next job with an encryption key for its output; a job cannot be changed.',
    cli: 'aws sagemaker create-processing-job --processing-job-name … --processing-output-config KmsKeyId=…,Outputs=…',
    cloudformation: jobState('sagemaker:createProcessingJob.sync', {
      ProcessingOutputConfig: { KmsKeyId: '…' },
    }),
  },
  source: 'DescribeProcessingJob response, @aws-sdk/client-sagemaker',
  frameworks: {},
  examples: {
    pass: [
      {
        ProcessingOutputConfig: {
          KmsKeyId: '7d6c1f4e',
          Outputs: [{ S3Output: { S3Uri: 's3://features/' } }],
        },
      },
    ],
    fail: [
      { ProcessingOutputConfig: { Outputs: [{ S3Output: { S3Uri: 's3://features/' } }] } },
      {
        ProcessingOutputConfig: {
          KmsKeyId: 'alias/aws/s3',
          Outputs: [{ S3Output: { S3Uri: 's3://features/' } }],
        },
      },
    ],
    unknown: [
      { ProcessingOutputConfig: { KmsKeyId: 4, Outputs: [{ S3Output: { S3Uri: 's3://features/' } }] } },
    ],
    notApplicable: [
      {},
      { ProcessingOutputConfig: { Outputs: [{ FeatureStoreOutput: { FeatureGroupName: 'customers' } }] } },
    ],
  },
});
