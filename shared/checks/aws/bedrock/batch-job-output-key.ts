import { batchJob } from '#shared/assets/aws/bedrock-models.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(batchJob, {
  title: 'Answers of Bedrock batch jobs are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('outputDataConfig.s3OutputDataConfig.s3EncryptionKeyId'),
  why: 'A batch writes thousands of prompts and answers into one object; without a key of your own whoever can read the bucket reads them all.',
  fix: {
    console: 'Create the batch job with a customer managed key under “Output data”.',
    cli: 'aws bedrock create-model-invocation-job --output-data-config \'{"s3OutputDataConfig":{"s3Uri":"s3://…/","s3EncryptionKeyId":"…"}}\' …',
    terraform:
      'resource "aws_s3_bucket_server_side_encryption_configuration" "…" { rule { apply_server_side_encryption_by_default { sse_algorithm = "aws:kms" kms_master_key_id = aws_kms_key.….arn } } }',
  },
  source: 'ListModelInvocationJobs response, @aws-sdk/client-bedrock',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.bedrock.batch-output-no-cmk'],
    prowler: ['bedrock_model_invocation_job_output_encrypted_with_cmk'],
    'aws-samples': ['BR-31'],
  },
  examples: {
    pass: [
      {
        outputDataConfig: {
          s3OutputDataConfig: {
            s3Uri: 's3://answers/',
            s3EncryptionKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
          },
        },
      },
    ],
    fail: [
      { outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://answers/' } } },
      {
        outputDataConfig: {
          s3OutputDataConfig: { s3Uri: 's3://answers/', s3EncryptionKeyId: 'alias/aws/s3' },
        },
      },
    ],
    unknown: [{ outputDataConfig: { s3OutputDataConfig: { s3EncryptionKeyId: 3 } } }],
  },
});
