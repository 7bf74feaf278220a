import { guardrail, invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { field } from '#shared/model/predicate.ts';
import { anyFact, beside, combination, config, oneHolder, works } from '../../combination.ts';

export default combination(guardrail, {
  title: 'Nobody can both loosen a guardrail and keep that from being seen',
  severity: 'high',
  facts: [
    works('aws.bedrock.loosen-guardrail'),
    anyFact(
      oneHolder('aws.bedrock.loosen-guardrail', {
        technique: 'aws.bedrock.stop-prompt-logs',
        type: invocationLogging,
      }),
      beside(invocationLogging, config(field('loggingConfig').isAbsent())),
    ),
  ],
  why: 'Filters that are off and prompts that nobody records are an attack without a trace: one person should not be able to have both.',
  fix: {
    console:
      'Give changing guardrails and changing invocation logging to different roles, and switch logging on.',
    cli: 'aws bedrock put-model-invocation-logging-configuration --logging-config file://logging.json',
    cloudformation: {
      Effect: 'Deny',
      Action: [
        'bedrock:PutModelInvocationLoggingConfiguration',
        'bedrock:DeleteModelInvocationLoggingConfiguration',
      ],
      Resource: '*',
    },
  },
  source: 'GetModelInvocationLoggingConfigurationResponse.loggingConfig, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0054'] },
});
