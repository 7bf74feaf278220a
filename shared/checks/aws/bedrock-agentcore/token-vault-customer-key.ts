import { tokenVault } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

export default check(tokenVault, {
  title: 'The AgentCore token vault is encrypted with a customer managed key',
  severity: 'high',
  fails: any(
    field('kmsConfiguration.keyType').isNot('CustomerManagedKey'),
    field('kmsConfiguration.kmsKeyArn').isEmpty(),
  ),
  why: 'API keys and the OAuth tokens of your users are under a key whose policy you cannot write, whose use you cannot deny, and which you cannot take away.',
  fix: {
    console: 'Open AgentCore, “Identity”, and set a customer managed key for the token vault.',
    cli: 'aws bedrock-agentcore-control set-token-vault-cmk --token-vault-id default --kms-configuration keyType=CustomerManagedKey,kmsKeyArn=…',
    cloudformation: { KmsConfiguration: { KeyType: 'CustomerManagedKey', KmsKeyArn: 'arn:aws:kms:…:key/…' } },
  },
  source: 'GetTokenVault response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: {
    'mitre-atlas': ['AML.T0098'],
    'owasp-llm-2026': ['LLM02:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  peers: { union: ['aws.agentcore.token-vault-no-cmk'], 'aws-samples': ['AC-14'] },
  examples: {
    pass: [
      {
        kmsConfiguration: {
          keyType: 'CustomerManagedKey',
          kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
        },
      },
    ],
    fail: [{ kmsConfiguration: { keyType: 'ServiceManagedKey' } }],
    unknown: [
      {
        kmsConfiguration: { keyType: 'Other', kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' },
      },
    ],
  },
});
