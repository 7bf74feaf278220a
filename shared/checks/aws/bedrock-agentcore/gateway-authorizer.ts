import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field } from '#shared/model/predicate.ts';

export default check(gateway, {
  title: 'AgentCore gateways let only authorised callers in',
  severity: 'critical',
  fails: any(
    field('authorizerType').is('NONE'),
    all(
      field('authorizerType').is('AUTHENTICATE_ONLY'),
      field('policyEngineConfiguration.mode')
        .absentIs(
          'LOG_ONLY',
          'GetGatewayResponse: policyEngineConfiguration is optional; without one nothing is denied',
        )
        .isNot('ENFORCE'),
    ),
  ),
  why: 'Anybody who knows the address can list the tools behind the gateway and call them with the credentials that the gateway holds.',
  fix: {
    console:
      'Create the gateway anew with inbound authorisation by IAM or JSON web tokens, or attach a policy engine in enforcing mode.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … --authorizer-type AWS_IAM …',
    cloudformation: { AuthorizerType: 'AWS_IAM' },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: {
    'aws-security-hub': ['BedrockAgentCore.2'],
    'mitre-atlas': ['AML.T0049'],
    'owasp-agentic-2026': ['ASI02', 'ASI03'],
  },
  peers: {
    union: ['aws.agentcore.gateway-no-auth'],
    prowler: ['bedrockagentcore_gateway_inbound_authorization_enabled'],
    'aws-security-hub': ['BedrockAgentCore.2'],
    'aws-samples': ['AG-24'],
  },
  examples: {
    pass: [
      { authorizerType: 'AWS_IAM' },
      { authorizerType: 'CUSTOM_JWT' },
      { authorizerType: 'AUTHENTICATE_ONLY', policyEngineConfiguration: { mode: 'ENFORCE' } },
    ],
    fail: [
      { authorizerType: 'NONE' },
      { authorizerType: 'AUTHENTICATE_ONLY' },
      { authorizerType: 'AUTHENTICATE_ONLY', policyEngineConfiguration: { mode: 'LOG_ONLY' } },
    ],
    unknown: [{}, { authorizerType: 'OTHER' }],
  },
});
