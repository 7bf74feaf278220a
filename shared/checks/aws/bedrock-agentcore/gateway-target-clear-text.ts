import { gatewayTarget } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { UNION } from './sources.ts';

export default check(gatewayTarget, {
  title: 'AgentCore gateways speak to their targets over TLS',
  severity: 'high',
  fails: any(
    field('targetConfiguration.mcp.mcpServer.endpoint')
      .absentIs('none', UNION)
      .matches(/^http:/i),
    field('targetConfiguration.http.passthrough.endpoint')
      .absentIs('none', UNION)
      .matches(/^http:/i),
    field('targetConfiguration.inference.provider.endpoint')
      .absentIs('none', UNION)
      .matches(/^http:/i),
  ),
  why: 'Whoever is on the way reads the arguments and the credential, and can change what the tool answers to the agent.',
  fix: {
    console: 'Edit the target: give its endpoint with https.',
    cli: 'aws bedrock-agentcore-control update-gateway-target --gateway-identifier … --target-id … --target-configuration file://target.json …',
    cloudformation: { TargetConfiguration: { Mcp: { McpServer: { Endpoint: 'https://…' } } } },
  },
  source: 'GetGatewayTarget response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0099'], 'owasp-agentic-2026': ['ASI02'] },
  examples: {
    pass: [{ targetConfiguration: { mcp: { mcpServer: { endpoint: 'https://mcp.example.com/mcp' } } } }],
    fail: [
      { targetConfiguration: { mcp: { mcpServer: { endpoint: 'http://mcp.example.com/mcp' } } } },
      { targetConfiguration: { http: { passthrough: { endpoint: 'http://mcp.example.com/mcp' } } } },
      { targetConfiguration: { inference: { provider: { endpoint: 'http://models.example.com/v1' } } } },
    ],
    unknown: [{ targetConfiguration: { mcp: { mcpServer: { endpoint: 2 } } } }],
  },
});
