import { flowDefinition } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(flowDefinition, {
  title: 'SageMaker human review output is encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('OutputConfig.KmsKeyId'),
  why: 'What a model was unsure of, and what people answered, lies in the bucket under a key whose policy you cannot write.',
  fix: {
    console:
      'Create the human review workflow anew with an encryption key for its output: a workflow cannot be changed.',
    cli: 'aws sagemaker create-flow-definition --flow-definition-name … --output-config S3OutputPath=…,KmsKeyId=…',
    terraform:
      'resource "aws_sagemaker_flow_definition" "…" {\n  output_config {\n    s3_output_path = "s3://…"\n    kms_key_id     = "…"\n  }\n}',
  },
  source: 'DescribeFlowDefinition response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: { union: ['aws.sagemaker.flow-definition-output-no-kms'], checkov: ['CKV_AWS_372'] },
  examples: {
    pass: [{ OutputConfig: { S3OutputPath: 's3://out/', KmsKeyId: '7d6c1f4e' } }],
    fail: [{ OutputConfig: { S3OutputPath: 's3://out/' } }, { OutputConfig: { KmsKeyId: 'alias/aws/s3' } }],
    unknown: [{ OutputConfig: { KmsKeyId: 9 } }],
  },
});
