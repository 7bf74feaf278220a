import { gatewayTarget } from '#shared/assets/aws/bedrock-agentcore.ts';
import { fits } from '#shared/model/governance.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';
import { textsAt } from '../places.ts';

const ADDRESSES = [
  'targetConfiguration.mcp.mcpServer.endpoint',
  'targetConfiguration.http.passthrough.endpoint',
  'targetConfiguration.inference.provider.endpoint',
] as const;

const isUnverified = judgedBy({
  sentence: 'a tool is reached without TLS, or on a host that governance.allowedToolHosts does not name',
  reads: ADDRESSES,
  judge: ({ config }, { allowedToolHosts }) => {
    const expected = allowedToolHosts
      ? `an https address on a host that fits one of ${allowedToolHosts.join(', ')}`
      : 'an https address';
    const found = ADDRESSES.flatMap((path) =>
      textsAt(config, path).map((address) => ({ path, address, url: URL.parse(address) })),
    );
    const isForeign = (host: string) =>
      allowedToolHosts !== undefined && !allowedToolHosts.some((allowed) => fits(host, allowed));
    const verdicts = found.map(({ url }) => url && (url.protocol !== 'https:' || isForeign(url.hostname)));
    return {
      truth: verdicts.includes(true) ? true : verdicts.includes(null) ? undefined : false,
      evidence:
        found.length > 0
          ? found.map(({ path, address, url }) =>
              url
                ? { path, state: 'read', found: address, expected }
                : { path, state: 'malformed', expected },
            )
          : ADDRESSES.map((path) => ({ path, state: 'absent', expected })),
    };
  },
});

export default technique(gatewayTarget, {
  title: 'Tools of agents are on hosts that somebody answers for',
  gains: 'what the tool answers, and what agents send it',
  by: 'outside',
  applies: isUnverified,
  holds: 'change',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-EX-15'],
  why: 'Without TLS anybody on the way answers as the tool; on a host of others whoever runs it does. Agents act on what tools answer.',
  fix: {
    console:
      'In the gateway, edit the target to an https address of a host that you answer for, and name such hosts in governance.allowedToolHosts.',
    cli: 'aws bedrock-agentcore-control update-gateway-target --gateway-identifier … --target-id … --target-configuration file://target.json …',
    cloudformation: { TargetConfiguration: { Mcp: { McpServer: { Endpoint: 'https://…' } } } },
  },
  source: 'GetGatewayTargetResponse.targetConfiguration, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0010.005'], 'owasp-agentic-2026': ['ASI02', 'ASI04'] },
});
