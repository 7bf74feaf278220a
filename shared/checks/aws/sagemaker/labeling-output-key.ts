import { labelingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';
import { jobState } from './job-state.ts';

export default check(labelingJob, {
  title: 'SageMaker labeling output is encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('OutputConfig.KmsKeyId'),
  why: 'Labels say what the data shows, and teach the next model: they lie in the bucket under a key whose policy you cannot write.',
  fix: {
    console: 'Start the next labeling job with an encryption key for its output; a job cannot be changed.',
    cli: 'aws sagemaker create-labeling-job --labeling-job-name … --output-config S3OutputPath=…,KmsKeyId=…',
    cloudformation: jobState('sagemaker:createLabelingJob.sync', { OutputConfig: { KmsKeyId: '…' } }),
  },
  source: 'DescribeLabelingJob response, @aws-sdk/client-sagemaker',
  frameworks: {},
  examples: {
    pass: [{ OutputConfig: { S3OutputPath: 's3://out/', KmsKeyId: '7d6c1f4e' } }],
    fail: [{ OutputConfig: { S3OutputPath: 's3://out/' } }],
    unknown: [{ OutputConfig: { KmsKeyId: 9 } }],
  },
});
