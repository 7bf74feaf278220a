import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(agentRuntime, {
  title: 'AgentCore runtimes are attached to a VPC',
  severity: 'high',
  fails: field('networkConfiguration.networkMode').isNot('VPC'),
  why: 'An agent that is talked into it can send what it knows to any host: nothing of yours stands between its code and the internet.',
  fix: {
    console:
      'Edit the runtime: under “Network configuration” choose “VPC”, with subnets and security groups.',
    cli: 'aws bedrock-agentcore-control update-agent-runtime --agent-runtime-id … --network-configuration networkMode=VPC,networkModeConfig={subnets=[subnet-…],securityGroups=[sg-…]} …',
    cloudformation: {
      NetworkConfiguration: {
        NetworkMode: 'VPC',
        NetworkModeConfig: { Subnets: ['subnet-…'], SecurityGroups: ['sg-…'] },
      },
    },
  },
  source: 'GetAgentRuntime response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: {
    'aws-security-hub': ['BedrockAgentCore.1'],
    'mitre-atlas': ['AML.T0086'],
    'owasp-agentic-2026': ['ASI02'],
  },
  peers: {
    union: ['aws.agentcore.runtime-public'],
    prowler: ['bedrockagentcore_runtime_vpc_configured'],
    'aws-security-hub': ['BedrockAgentCore.1'],
    'aws-samples': ['AC-01'],
  },
  examples: {
    pass: [{ networkConfiguration: { networkMode: 'VPC' } }],
    fail: [{ networkConfiguration: { networkMode: 'PUBLIC' } }],
    unknown: [{}, { networkConfiguration: { networkMode: 'OTHER' } }],
  },
});
