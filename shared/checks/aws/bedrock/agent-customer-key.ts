import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(agent, {
  title: 'Bedrock agents are encrypted with a customer managed key',
  severity: 'medium',
  fails: field('customerEncryptionKeyArn').isEmpty(),
  why: 'Instructions, tool definitions and session memory of the agent are under a key whose policy you cannot write.',
  fix: {
    console:
      'Edit the agent in the agent builder: under “Additional settings” choose a customer managed key.',
    cli: 'aws bedrock-agent update-agent --agent-id … --customer-encryption-key-arn … …',
    cloudformation: { CustomerEncryptionKeyArn: 'arn:aws:kms:…:key/…' },
  },
  source: 'GetAgent response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: {
    union: ['aws.bedrock.agent-no-cmk'],
    checkov: ['CKV_AWS_373'],
    cnspec: ['bedrock-agent-cmk-encryption'],
  },
  examples: {
    pass: [{ customerEncryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}],
    unknown: [{ customerEncryptionKeyArn: 2 }],
  },
});
