import { automatedReasoningPolicy } from '#shared/assets/aws/bedrock-models.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(automatedReasoningPolicy, {
  title: 'Bedrock automated reasoning policies are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('kmsKeyArn'),
  why: 'The policy spells out the rules of your business, and holds the documents that they were taken from while it is built.',
  fix: {
    console:
      'Create the policy again with a customer managed key under “Encryption”; the key of a policy cannot be changed.',
    cli: 'aws bedrock create-automated-reasoning-policy --name … --kms-key-id …',
    cloudformation: { KmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source: 'GetAutomatedReasoningPolicy response, @aws-sdk/client-bedrock',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.bedrock.automated-reasoning-policy-no-cmk'] },
  examples: {
    pass: [{ kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}],
    unknown: [{ kmsKeyArn: 3 }],
  },
});
