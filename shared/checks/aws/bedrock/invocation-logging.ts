import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { INVOKED, modelsAreInvoked, UNREAD_INVOCATIONS } from './invoked.ts';

export default check(invocationLogging, {
  title: 'Bedrock model invocations are logged',
  severity: 'medium',
  applies: modelsAreInvoked,
  fails: field('loggingConfig').isAbsent(),
  why: 'Without invocation logs nobody can say what was asked of models in this region, by whom, or what they answered: neither abuse nor a leak can be investigated.',
  fix: {
    console:
      'In Bedrock, under “Settings”, turn on model invocation logging and choose a bucket or a log group.',
    cli: 'aws bedrock put-model-invocation-logging-configuration --logging-config \'{"s3Config":{"bucketName":"…"},"textDataDeliveryEnabled":true}\'',
    terraform:
      'resource "aws_bedrock_model_invocation_logging_configuration" "…" { logging_config { s3_config { bucket_name = "…" } } }',
  },
  source:
    'GetModelInvocationLoggingConfiguration response, @aws-sdk/client-bedrock; ListMetrics response, @aws-sdk/client-cloudwatch',
  frameworks: { 'mitre-atlas': ['AML.T0040'], 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MEASURE 2.4'] },
  peers: {
    union: ['aws.bedrock.invocation-logging-disabled'],
    prowler: ['bedrock_model_invocation_logging_enabled'],
    cloudsploit: ['modelInvocationLoggingEnabled'],
    'aws-samples': ['BR-04'],
  },
  examples: {
    pass: [
      { ...INVOKED, loggingConfig: { s3Config: { bucketName: 'logs' }, textDataDeliveryEnabled: true } },
    ],
    fail: [{ ...INVOKED }],
    unknown: [{ ...UNREAD_INVOCATIONS }, { ...INVOKED, loggingConfig: 'on' }],
    notApplicable: [{ invokedModels: [] }],
  },
});
