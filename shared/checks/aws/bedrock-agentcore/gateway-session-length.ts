import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(gateway, {
  title: 'MCP sessions of AgentCore gateways end within the hour',
  severity: 'low',
  applies: field('protocolType').absentIs('none', 'GetGatewayResponse: protocolType is optional').is('MCP'),
  fails: field('protocolConfiguration.mcp.sessionConfiguration.sessionTimeoutInSeconds')
    .absentIs(3600, 'SessionConfiguration.sessionTimeoutInSeconds: the default value is 3600 seconds')
    .atLeast(3601),
  why: 'Whoever gets hold of a session’s id can go on in it for up to eight hours.',
  fix: {
    console:
      'There is no field in the console: update the gateway with a session timeout of an hour or less.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … --protocol-configuration mcp={sessionConfiguration={sessionTimeoutInSeconds=3600}} …',
    cloudformation: {
      ProtocolConfiguration: { Mcp: { SessionConfiguration: { SessionTimeoutInSeconds: 3600 } } },
    },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0091'], 'owasp-agentic-2026': ['ASI03'] },
  peers: { union: ['aws.agentcore.gateway-config'], 'aws-samples': ['AC-13'] },
  examples: {
    pass: [
      {
        protocolType: 'MCP',
        protocolConfiguration: { mcp: { sessionConfiguration: { sessionTimeoutInSeconds: 1800 } } },
      },
      { protocolType: 'MCP' },
    ],
    fail: [
      {
        protocolType: 'MCP',
        protocolConfiguration: { mcp: { sessionConfiguration: { sessionTimeoutInSeconds: 28_800 } } },
      },
    ],
    unknown: [
      {
        protocolType: 'MCP',
        protocolConfiguration: { mcp: { sessionConfiguration: { sessionTimeoutInSeconds: 'long' } } },
      },
    ],
    notApplicable: [{}],
  },
});
