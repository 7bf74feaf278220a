import { gatewayTarget } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { isOnForeignHost } from '../../hosts.ts';

export default check(gatewayTarget, {
  title: 'AgentCore gateways reach tools only on allowed hosts',
  severity: 'high',
  applies: any(
    field('targetConfiguration.mcp.mcpServer.endpoint').isPresent(),
    field('targetConfiguration.http.passthrough.endpoint').isPresent(),
  ),
  fails: isOnForeignHost(
    'targetConfiguration.mcp.mcpServer.endpoint',
    'targetConfiguration.http.passthrough.endpoint',
  ),
  why: 'Tool descriptions and answers of a server that nobody vetted are instructions to your agents, and it sees every argument that they send.',
  fix: {
    console:
      'Remove the target from the gateway, or name its host under governance.allowedToolHosts after you have vetted it.',
    cli: 'aws bedrock-agentcore-control delete-gateway-target --gateway-identifier … --target-id …',
    cloudformation: {
      TargetConfiguration: { Mcp: { McpServer: { Endpoint: 'https://mcp.example.com/mcp' } } },
    },
  },
  source: 'GetGatewayTarget response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0010.005', 'AML.T0110'], 'owasp-agentic-2026': ['ASI04'] },
  peers: { union: ['aws.agentcore.gateway-target-external-mcp'] },
  examples: {
    pass: [
      {
        $config: { targetConfiguration: { mcp: { mcpServer: { endpoint: 'https://mcp.example.com/mcp' } } } },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
    ],
    fail: [
      {
        $config: { targetConfiguration: { mcp: { mcpServer: { endpoint: 'https://mcp.example.net/mcp' } } } },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
      {
        $config: {
          targetConfiguration: { http: { passthrough: { endpoint: 'https://example.com.evil.test/' } } },
        },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
    ],
    unknown: [
      {
        $config: { targetConfiguration: { mcp: { mcpServer: { endpoint: 'somewhere' } } } },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
    ],
    notApplicable: [
      { targetConfiguration: { mcp: { mcpServer: { endpoint: 'https://mcp.example.com/mcp' } } } },
      {
        $config: { targetConfiguration: { mcp: { lambda: {} } } },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
    ],
  },
});
