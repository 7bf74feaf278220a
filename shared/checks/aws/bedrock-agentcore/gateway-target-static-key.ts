import { gatewayTarget } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

export default check(gatewayTarget, {
  title: 'AgentCore gateways reach their targets without static API keys',
  severity: 'medium',
  fails: some('credentialProviderConfigurations', field('credentialProviderType').is('API_KEY')),
  why: 'One key that never expires acts for all users: what leaks once works until somebody rotates it, and the target cannot tell who asked.',
  fix: {
    console: 'Edit the target: choose OAuth or the gateway’s IAM role as its outbound authorisation.',
    cli: 'aws bedrock-agentcore-control update-gateway-target --gateway-identifier … --target-id … --credential-provider-configurations file://oauth.json …',
    cloudformation: { CredentialProviderConfigurations: [{ CredentialProviderType: 'OAUTH' }] },
  },
  source: 'GetGatewayTarget response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0098'], 'owasp-agentic-2026': ['ASI03'] },
  peers: { union: ['aws.agentcore.gateway-target-static-key'] },
  examples: {
    pass: [{ credentialProviderConfigurations: [{ credentialProviderType: 'OAUTH' }] }],
    fail: [{ credentialProviderConfigurations: [{ credentialProviderType: 'API_KEY' }] }],
    unknown: [{}, { credentialProviderConfigurations: [{ credentialProviderType: 'OTHER' }] }],
  },
});
