import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(invocationLogging, {
  title: 'Bedrock invocation logs hold the text of requests and answers',
  severity: 'medium',
  applies: field('loggingConfig').isPresent(),
  fails: field('loggingConfig.textDataDeliveryEnabled').is(false),
  why: 'The log says that a model was called and not what was said: the one thing that an investigation needs.',
  fix: {
    console: 'In Bedrock, under “Settings”, include text in model invocation logging.',
    cli: 'aws bedrock put-model-invocation-logging-configuration --logging-config \'{"textDataDeliveryEnabled":true,…}\'',
    terraform:
      'resource "aws_bedrock_model_invocation_logging_configuration" "…" { logging_config { text_data_delivery_enabled = true } }',
  },
  source: 'GetModelInvocationLoggingConfiguration response, @aws-sdk/client-bedrock',
  frameworks: { 'iso-42001': ['A.6.2.8'] },
  peers: {
    union: ['aws.bedrock.invocation-logging-text-excluded'],
    prowler: ['bedrock_model_invocation_logging_text_data_enabled'],
  },
  examples: {
    pass: [{ loggingConfig: { textDataDeliveryEnabled: true } }],
    fail: [{ loggingConfig: { textDataDeliveryEnabled: false } }],
    unknown: [{ loggingConfig: {} }, { loggingConfig: { textDataDeliveryEnabled: 'yes' } }],
    notApplicable: [{}],
  },
});
