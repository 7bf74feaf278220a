import { transformJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';
import { jobState } from './job-state.ts';

export default check(transformJob, {
  title: 'SageMaker batch transform output is encrypted with a customer managed key',
  severity: 'medium',
  applies: field('TransformOutput').isPresent(),
  fails: lacksCustomerKey('TransformOutput.KmsKeyId'),
  why: 'Predictions often repeat the personal data that they were asked about; without a key of your own whoever reads the bucket has them.',
  fix: {
    console:
      'Start the next job with an encryption key under “Output data configuration”; a job cannot be changed.',
    cli: 'aws sagemaker create-transform-job --transform-job-name … --transform-output S3OutputPath=…,KmsKeyId=…',
    cloudformation: jobState('sagemaker:createTransformJob.sync', { TransformOutput: { KmsKeyId: '…' } }),
  },
  source: 'DescribeTransformJob response, @aws-sdk/client-sagemaker',
  frameworks: {},
  examples: {
    pass: [{ TransformOutput: { S3OutputPath: 's3://out/', KmsKeyId: '7d6c1f4e' } }],
    fail: [
      { TransformOutput: { S3OutputPath: 's3://out/' } },
      { TransformOutput: { S3OutputPath: 's3://out/', KmsKeyId: 'alias/aws/s3' } },
    ],
    unknown: [{ TransformOutput: { S3OutputPath: 's3://out/', KmsKeyId: 9 } }],
    notApplicable: [{}],
  },
});
