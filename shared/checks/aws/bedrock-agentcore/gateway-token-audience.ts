import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { takesAnyToken, takesTokens } from './tokens.ts';

export default check(gateway, {
  title: 'AgentCore gateways take only tokens that are meant for them',
  severity: 'high',
  applies: takesTokens,
  fails: takesAnyToken,
  why: 'Whoever gets a token of the issuer, for whatever application, may call the gateway: neither audience, client, scope nor claim is looked at.',
  fix: {
    console:
      'Edit the gateway: under the inbound token settings name the allowed audiences, clients or scopes.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … --authorizer-configuration file://authorizer.json …',
    cloudformation: {
      AuthorizerConfiguration: {
        CustomJWTAuthorizer: {
          DiscoveryUrl: 'https://…/.well-known/openid-configuration',
          AllowedAudience: ['…'],
        },
      },
    },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [
      {
        authorizerConfiguration: {
          customJWTAuthorizer: {
            discoveryUrl: 'https://id.example.com/.well-known/openid-configuration',
            allowedAudience: ['agents'],
          },
        },
      },
    ],
    fail: [
      {
        authorizerConfiguration: {
          customJWTAuthorizer: { discoveryUrl: 'https://id.example.com/.well-known/openid-configuration' },
        },
      },
    ],
    notApplicable: [{}],
  },
});
