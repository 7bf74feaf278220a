import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { looksUpKeysInTheClear, takesTokens } from './tokens.ts';

export default check(gateway, {
  title: 'AgentCore gateways look up the keys of tokens over TLS',
  severity: 'high',
  applies: takesTokens,
  fails: looksUpKeysInTheClear,
  why: 'Whoever sits between the gateway and the issuer can answer with keys of their own, and sign tokens that are taken.',
  fix: {
    console: 'Edit the gateway: give the discovery URL of the issuer with https.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … --authorizer-configuration file://authorizer.json …',
    cloudformation: {
      AuthorizerConfiguration: {
        CustomJWTAuthorizer: { DiscoveryUrl: 'https://…/.well-known/openid-configuration' },
      },
    },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [
      {
        authorizerConfiguration: {
          customJWTAuthorizer: { discoveryUrl: 'https://id.example.com/.well-known/openid-configuration' },
        },
      },
    ],
    fail: [
      {
        authorizerConfiguration: {
          customJWTAuthorizer: { discoveryUrl: 'http://id.example.com/.well-known/openid-configuration' },
        },
      },
    ],
    notApplicable: [{}],
  },
});
