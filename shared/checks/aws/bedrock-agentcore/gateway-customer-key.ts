import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(gateway, {
  title: 'AgentCore gateways are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('kmsKeyArn'),
  why: 'Tool definitions and settings of the gateway are under a key whose policy you cannot write, and which you cannot take away.',
  fix: {
    console: 'Create the gateway anew with a customer managed key under “KMS key”.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … --kms-key-arn … …',
    cloudformation: { KmsKeyArn: 'arn:aws:kms:…:key/…' },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'aws-security-hub': ['BedrockAgentCore.4'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.agentcore.gateway-no-cmk'],
    prowler: ['bedrockagentcore_gateway_encrypted_with_cmk'],
    'aws-security-hub': ['BedrockAgentCore.4'],
    'aws-samples': ['AC-12'],
  },
  examples: {
    pass: [{ kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}],
    unknown: [{ kmsKeyArn: 2 }],
  },
});
