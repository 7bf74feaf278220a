import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { NO_HEADERS } from './sources.ts';

export default check(agentRuntime, {
  title: 'AgentCore runtimes do not hand the callers’ tokens to the agent',
  severity: 'medium',
  fails: some('requestHeaderConfiguration.requestHeaderAllowlist', field('').matches(/^authorization$/i), {
    absentIsEmpty: NO_HEADERS,
  }),
  why: 'Code of the agent, and whatever a prompt makes it do, holds the caller’s bearer token and can use it wherever the issuer’s tokens are taken.',
  fix: {
    console: 'Edit the runtime: remove “Authorization” from the request headers that are passed through.',
    cli: 'aws bedrock-agentcore-control update-agent-runtime --agent-runtime-id … --request-header-configuration requestHeaderAllowlist=… …',
    cloudformation: {
      RequestHeaderConfiguration: {
        RequestHeaderAllowlist: ['X-Amzn-Bedrock-AgentCore-Runtime-Custom-Tenant'],
      },
    },
  },
  source: 'GetAgentRuntime response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0091.000'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [{ requestHeaderConfiguration: { requestHeaderAllowlist: ['X-Tenant'] } }],
    fail: [{ requestHeaderConfiguration: { requestHeaderAllowlist: ['Authorization'] } }],
    unknown: [{ requestHeaderConfiguration: { requestHeaderAllowlist: 'Authorization' } }],
  },
});
