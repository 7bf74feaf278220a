import { memory } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(memory, {
  title: 'AgentCore memories are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('encryptionKeyArn'),
  why: 'What users told the agent, and what it concluded of them, is under a key whose policy you cannot write.',
  fix: {
    console: 'Create the memory anew with a customer managed key under “Additional configurations”.',
    cli: 'aws bedrock-agentcore-control create-memory --name … --event-expiry-duration … --encryption-key-arn …',
    cloudformation: { EncryptionKeyArn: 'arn:aws:kms:…:key/…' },
  },
  source: 'GetMemory response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'aws-security-hub': ['BedrockAgentCore.3'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.agentcore.memory-no-cmk'],
    prowler: ['bedrockagentcore_memory_encrypted_with_cmk'],
    'aws-security-hub': ['BedrockAgentCore.3'],
    'aws-samples': ['AC-07'],
  },
  examples: {
    pass: [{ encryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}],
    unknown: [{ encryptionKeyArn: 2 }],
  },
});
