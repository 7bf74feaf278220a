import { logGroup } from '#shared/assets/aws/logs.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(logGroup, {
  title: 'Log groups of AI are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('kmsKeyId'),
  why: 'Prompts, answers and training output end up in these logs; whoever may read logs reads them all, and no key of yours stands before it.',
  fix: {
    console: 'The console cannot: associate a key with the log group through the CLI or CloudFormation.',
    cli: 'aws logs associate-kms-key --log-group-name … --kms-key-id …',
    cloudformation: { KmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source: 'DescribeLogGroups response, @aws-sdk/client-cloudwatch-logs',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      { logGroupName: '/aws/bedrock/logs', kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' },
    ],
    fail: [{ logGroupName: '/aws/bedrock/logs' }],
    unknown: [{ logGroupName: '/aws/bedrock/logs', kmsKeyId: true }],
  },
});
