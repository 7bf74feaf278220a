import { dataQualityDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(dataQualityDefinition, {
  title: 'SageMaker data quality reports are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('DataQualityJobOutputConfig.KmsKeyId'),
  why: 'Reports hold statistics and samples of what users sent, under a key whose policy you cannot write.',
  fix: {
    console:
      'Create the job definition anew with an encryption key for its output: a definition cannot be changed.',
    cli: 'aws sagemaker create-data-quality-job-definition --job-definition-name … --data-quality-job-output-config KmsKeyId=…,MonitoringOutputs=…',
    cloudformation: { DataQualityJobOutputConfig: { KmsKeyId: '…' } },
  },
  source: 'DescribeDataQualityJobDefinition response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: { union: ['aws.sagemaker.data-quality-output-no-kms'], checkov: ['CKV_AWS_367'] },
  examples: {
    pass: [{ DataQualityJobOutputConfig: { KmsKeyId: '7d6c1f4e' } }],
    fail: [{ DataQualityJobOutputConfig: {} }, { DataQualityJobOutputConfig: { KmsKeyId: 'alias/aws/s3' } }],
    unknown: [{ DataQualityJobOutputConfig: { KmsKeyId: 9 } }],
  },
});
