import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { logGroup } from '#shared/assets/aws/logs.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(invocationLogging, {
  title: 'The log group of Bedrock invocation logs is encrypted with a KMS key',
  severity: 'medium',
  applies: field('loggingConfig.cloudWatchConfig.logGroupName').isPresent(),
  fails: related('logs-to', logGroup, lacksCustomerKey('kmsKeyId')),
  why: 'Whoever can read the log group reads every prompt; a KMS key is a second lock, with its own policy and its own trail.',
  fix: {
    console: 'The console cannot: associate a key with the log group through the CLI or CloudFormation.',
    cli: 'aws logs associate-kms-key --log-group-name … --kms-key-id …',
    cloudformation: { KmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source:
    'GetModelInvocationLoggingConfiguration response, @aws-sdk/client-bedrock; DescribeLogGroups response, @aws-sdk/client-cloudwatch-logs',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.bedrock.invocation-logs-unencrypted'],
    prowler: ['bedrock_model_invocation_logs_encryption_enabled'],
    'aws-samples': ['BR-12'],
  },
  examples: {
    pass: [
      {
        $config: { loggingConfig: { cloudWatchConfig: { logGroupName: 'prompts' } } },
        $related: {
          'logs-to': [
            { logGroupName: 'prompts', kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' },
          ],
        },
      },
    ],
    fail: [
      {
        $config: { loggingConfig: { cloudWatchConfig: { logGroupName: 'prompts' } } },
        $related: { 'logs-to': [{ logGroupName: 'prompts' }] },
      },
    ],
    unknown: [
      {
        $config: { loggingConfig: { cloudWatchConfig: { logGroupName: 'prompts' } } },
        $related: { 'logs-to': ['unseen'] },
      },
    ],
    notApplicable: [{}],
  },
});
