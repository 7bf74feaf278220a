import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(gateway, {
  title: 'AgentCore gateways enforce a policy on tool calls',
  severity: 'high',
  fails: field('policyEngineConfiguration.mode')
    .absentIs(
      'LOG_ONLY',
      'GetGatewayResponse: policyEngineConfiguration is optional; without one nothing is denied',
    )
    .isNot('ENFORCE'),
  why: 'Whoever may call the gateway may call every tool with any argument: an agent that was talked into something is stopped by nobody.',
  fix: {
    console: 'Edit the gateway: attach a policy engine and choose to enforce its policies.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … --policy-engine-configuration arn=…,mode=ENFORCE …',
    cloudformation: {
      PolicyEngineConfiguration: { Arn: 'arn:aws:bedrock-agentcore:…:policy-engine/…', Mode: 'ENFORCE' },
    },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: {
    'mitre-atlas': ['AML.T0053'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI02'],
  },
  peers: {
    union: ['aws.agentcore.gateway-policy-not-enforced'],
    prowler: ['bedrockagentcore_gateway_policy_engine_enforce_mode_enabled'],
    'aws-samples': ['AG-25', 'FS-08'],
  },
  examples: {
    pass: [{ policyEngineConfiguration: { mode: 'ENFORCE' } }],
    fail: [{ policyEngineConfiguration: { mode: 'LOG_ONLY' } }, {}],
    unknown: [{ policyEngineConfiguration: { mode: 'OTHER' } }],
  },
});
