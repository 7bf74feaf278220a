import { compilationJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';
import { jobState } from './job-state.ts';

export default check(compilationJob, {
  title: 'SageMaker Neo compilation output is encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('OutputConfig.KmsKeyId'),
  why: 'The compiled model is the trained model in another form; without a key of your own whoever reads the bucket has it.',
  fix: {
    console:
      'Start the next compilation job with an encryption key under “Output configuration”; a job cannot be changed.',
    cli: 'aws sagemaker create-compilation-job --compilation-job-name … --output-config S3OutputLocation=…,KmsKeyId=…',
    cloudformation: jobState('aws-sdk:sagemaker:createCompilationJob', { OutputConfig: { KmsKeyId: '…' } }),
  },
  source: 'DescribeCompilationJob response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0048.004'] },
  peers: { union: ['aws.sagemaker.compilation-job-no-kms'], 'aws-samples': ['SM-20'] },
  examples: {
    pass: [{ OutputConfig: { S3OutputLocation: 's3://out/', KmsKeyId: '7d6c1f4e' } }],
    fail: [
      { OutputConfig: { S3OutputLocation: 's3://out/' } },
      { OutputConfig: { KmsKeyId: 'alias/aws/s3' } },
    ],
    unknown: [{ OutputConfig: { KmsKeyId: 9 } }],
  },
});
