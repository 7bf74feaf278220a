import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { NO_INTERCEPTORS } from './sources.ts';

export default check(gateway, {
  title: 'Interceptors of AgentCore gateways are not handed request headers',
  severity: 'low',
  fails: some(
    'interceptorConfigurations',
    field('inputConfiguration.passRequestHeaders')
      .absentIs(
        false,
        'GatewayInterceptorConfiguration: inputConfiguration is optional; headers are passed when set to true',
      )
      .is(true),
    { absentIsEmpty: NO_INTERCEPTORS },
  ),
  why: 'The function sees the bearer token of every caller, and so does whoever may change it or read its logs.',
  fix: {
    console: 'Edit the interceptor of the gateway: switch off that request headers are passed.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … --interceptor-configurations file://interceptors.json …',
    cloudformation: { InterceptorConfigurations: [{ InputConfiguration: { PassRequestHeaders: false } }] },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0091.000'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [{ interceptorConfigurations: [{ inputConfiguration: { passRequestHeaders: false } }] }],
    fail: [{ interceptorConfigurations: [{ inputConfiguration: { passRequestHeaders: true } }] }],
    unknown: [{ interceptorConfigurations: 'none' }],
  },
});
