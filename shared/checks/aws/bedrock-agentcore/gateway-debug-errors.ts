import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(gateway, {
  title: 'AgentCore gateways tell callers nothing of their insides in errors',
  severity: 'medium',
  fails: field('exceptionLevel')
    .absentIs('generic', 'GetGatewayResponse.exceptionLevel: if omitted, a generic error message is returned')
    .is('DEBUG'),
  why: 'Detailed errors name targets, functions and schemas to whoever provokes them, and an agent may read them out to its user.',
  fix: {
    console: 'Edit the gateway: switch off detailed error messages.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … (without --exception-level) …',
    cloudformation: { Name: '…', AuthorizerType: 'AWS_IAM', RoleArn: 'arn:aws:iam::…:role/…' },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0084.001'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.agentcore.gateway-debug-errors'],
    prowler: ['bedrockagentcore_gateway_debug_exception_details_disabled'],
    'aws-samples': ['AG-26'],
  },
  examples: { pass: [{}], fail: [{ exceptionLevel: 'DEBUG' }], unknown: [{ exceptionLevel: 'TRACE' }] },
});
