import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(agentRuntime, {
  title: 'AgentCore runtimes take the tokens of their users',
  severity: 'medium',
  fails: field('authorizerConfiguration.customJWTAuthorizer.discoveryUrl').isAbsent(),
  why: 'Callers come with IAM credentials alone, mostly those of one application for all: whom the agent acts for is what the caller says, and not what an issuer has signed.',
  fix: {
    console:
      'Edit the runtime: under “Inbound identity” choose JSON web tokens, and give the discovery URL, the audience and the clients.',
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
  peers: {
    union: ['aws.agentcore.runtime-no-jwt'],
    prowler: ['bedrockagentcore_runtime_jwt_identity_propagation_configured'],
    'aws-samples': ['FS-66'],
  },
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
    fail: [{}, { authorizerConfiguration: {} }],
  },
});
