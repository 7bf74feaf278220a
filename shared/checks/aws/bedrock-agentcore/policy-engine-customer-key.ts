import { policyEngine } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(policyEngine, {
  title: 'AgentCore policy engines are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('encryptionKeyArn'),
  why: 'The rules on who may call which tool are under a key whose policy you cannot write.',
  fix: {
    console: 'Create the policy engine anew with a customer managed key.',
    cli: 'aws bedrock-agentcore-control create-policy-engine --name … --encryption-key-arn …',
    cloudformation: { EncryptionKeyArn: 'arn:aws:kms:…:key/…' },
  },
  source: 'ListPolicyEngines response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.agentcore.policy-engine-no-cmk'], 'aws-samples': ['AC-11'] },
  examples: {
    pass: [{ encryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}],
    unknown: [{ encryptionKeyArn: 2 }],
  },
});
