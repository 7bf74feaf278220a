import { flow } from '#shared/assets/aws/bedrock-agent.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(flow, {
  title: 'Bedrock flows are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('customerEncryptionKeyArn'),
  why: 'The prompts, conditions and code of the flow are under a key whose policy you cannot write.',
  fix: {
    console: 'Edit the flow’s details and choose a customer managed key.',
    cli: 'aws bedrock-agent update-flow --flow-identifier … --customer-encryption-key-arn … …',
    cloudformation: { CustomerEncryptionKeyArn: 'arn:aws:kms:…:key/…' },
  },
  source: 'GetFlow response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.bedrock.flow-no-cmk'], cnspec: ['bedrock-flow-cmk-encryption'] },
  examples: {
    pass: [{ customerEncryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { customerEncryptionKeyArn: 'alias/aws/bedrock' }],
    unknown: [{ customerEncryptionKeyArn: 2 }],
  },
});
