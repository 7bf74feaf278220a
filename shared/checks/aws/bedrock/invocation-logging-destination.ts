import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(invocationLogging, {
  title: 'Bedrock invocation logs go somewhere',
  severity: 'medium',
  applies: field('loggingConfig').isPresent(),
  fails: all(field('loggingConfig.s3Config').isAbsent(), field('loggingConfig.cloudWatchConfig').isAbsent()),
  why: 'Logging is on and has neither a bucket nor a log group: nothing is kept.',
  fix: {
    console: 'In Bedrock, under “Settings”, choose a bucket or a log group for model invocation logging.',
    cli: 'aws bedrock put-model-invocation-logging-configuration --logging-config \'{"s3Config":{"bucketName":"…"}}\'',
    terraform:
      'resource "aws_bedrock_model_invocation_logging_configuration" "…" { logging_config { s3_config { bucket_name = "…" } } }',
  },
  source: 'GetModelInvocationLoggingConfiguration response, @aws-sdk/client-bedrock',
  frameworks: { 'iso-42001': ['A.6.2.8'] },
  peers: {
    union: ['aws.bedrock.invocation-logging-disabled'],
    prowler: ['bedrock_model_invocation_logging_enabled'],
    cloudsploit: ['modelInvocationLoggingEnabled'],
    'aws-samples': ['BR-04'],
  },
  examples: {
    pass: [
      { loggingConfig: { s3Config: { bucketName: 'logs' } } },
      { loggingConfig: { cloudWatchConfig: { logGroupName: 'bedrock' } } },
    ],
    fail: [{ loggingConfig: {} }],
    unknown: [{ loggingConfig: { s3Config: 'logs' } }],
    notApplicable: [{}],
  },
});
