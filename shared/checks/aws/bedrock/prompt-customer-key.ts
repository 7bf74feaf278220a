import { prompt } from '#shared/assets/aws/bedrock-agent.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(prompt, {
  title: 'Bedrock prompts are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('customerEncryptionKeyArn'),
  why: 'What the prompt says is under a key whose policy you cannot write.',
  fix: {
    console: 'Edit the prompt in Prompt management and choose a customer managed key.',
    cli: 'aws bedrock-agent update-prompt --prompt-identifier … --customer-encryption-key-arn … …',
    cloudformation: { CustomerEncryptionKeyArn: 'arn:aws:kms:…:key/…' },
  },
  source: 'GetPrompt response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.bedrock.prompt-no-cmk'], prowler: ['bedrock_prompt_encrypted_with_cmk'] },
  examples: {
    pass: [{ customerEncryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { customerEncryptionKeyArn: 'alias/aws/bedrock' }],
    unknown: [{ customerEncryptionKeyArn: 2 }],
  },
});
