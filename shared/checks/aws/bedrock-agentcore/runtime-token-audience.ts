import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { takesAnyToken, takesTokens } from './tokens.ts';

export default check(agentRuntime, {
  title: 'AgentCore runtimes take only tokens that are meant for them',
  severity: 'high',
  applies: takesTokens,
  fails: takesAnyToken,
  why: 'Whoever gets a token of the issuer, for whatever application, may call the runtime: neither audience, client, scope nor claim is looked at.',
  fix: {
    console:
      'Edit the runtime: under the inbound token settings name the allowed audiences, clients or scopes.',
    cli: 'aws bedrock-agentcore-control update-agent-runtime --agent-runtime-id … --authorizer-configuration file://authorizer.json …',
    cloudformation: {
      AuthorizerConfiguration: {
        CustomJWTAuthorizer: {
          DiscoveryUrl: 'https://…/.well-known/openid-configuration',
          AllowedAudience: ['…'],
        },
      },
    },
  },
  source: 'GetAgentRuntime response, @aws-sdk/client-bedrock-agentcore-control',
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
