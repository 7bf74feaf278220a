import { gatewayTarget } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { NO_TARGET_HEADERS } from './sources.ts';

export default check(gatewayTarget, {
  title: 'AgentCore gateways do not hand the callers’ tokens to targets',
  severity: 'medium',
  fails: some('metadataConfiguration.allowedRequestHeaders', field('').matches(/^authorization$/i), {
    absentIsEmpty: NO_TARGET_HEADERS,
  }),
  why: 'The target holds the caller’s bearer token and can use it wherever the issuer’s tokens are taken.',
  fix: {
    console: 'Edit the target: remove “Authorization” from the headers that are passed on.',
    cli: 'aws bedrock-agentcore-control update-gateway-target --gateway-identifier … --target-id … --metadata-configuration allowedRequestHeaders=… …',
    cloudformation: { MetadataConfiguration: { AllowedRequestHeaders: ['X-Tenant'] } },
  },
  source: 'GetGatewayTarget response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0091.000'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [{ metadataConfiguration: { allowedRequestHeaders: ['X-Tenant'] } }],
    fail: [{ metadataConfiguration: { allowedRequestHeaders: ['authorization'] } }],
    unknown: [{ metadataConfiguration: { allowedRequestHeaders: 2 } }],
  },
});
