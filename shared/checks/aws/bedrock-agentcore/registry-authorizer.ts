import { registry } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field } from '#shared/model/predicate.ts';
import { takesAnyToken } from './tokens.ts';

export default check(registry, {
  title: 'AgentCore registries are searched only with tokens that are meant for them',
  severity: 'medium',
  fails: any(
    field('authorizerType').isNoneOf('AWS_IAM', 'CUSTOM_JWT'),
    all(
      field('authorizerType').is('CUSTOM_JWT'),
      any(field('authorizerConfiguration.customJWTAuthorizer.discoveryUrl').isAbsent(), takesAnyToken),
    ),
  ),
  why: 'Whoever gets a token of the issuer, for whatever application, can look up every agent and tool that you have and where it is.',
  fix: {
    console:
      'Edit the registry: choose IAM for discovery, or name the allowed audiences, clients or scopes of the tokens.',
    cli: 'aws bedrock-agentcore-control update-registry --registry-id … --authorizer-configuration file://authorizer.json …',
    cloudformation: { AuthorizerType: 'AWS_IAM' },
  },
  source: 'GetRegistry response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0084'], 'owasp-agentic-2026': ['ASI03'] },
  peers: { union: ['aws.agentregistry.discovery-authorization'], 'aws-samples': ['AR-04'] },
  examples: {
    pass: [
      { authorizerType: 'AWS_IAM' },
      {
        authorizerType: 'CUSTOM_JWT',
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
        authorizerType: 'CUSTOM_JWT',
        authorizerConfiguration: {
          customJWTAuthorizer: { discoveryUrl: 'https://id.example.com/.well-known/openid-configuration' },
        },
      },
      { authorizerType: 'CUSTOM_JWT' },
    ],
    unknown: [{}, { authorizerType: 'NONE' }],
  },
});
