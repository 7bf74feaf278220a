import { browser } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(browser, {
  title: 'AgentCore browsers are attached to a VPC',
  severity: 'high',
  fails: field('networkConfiguration.networkMode').isNot('VPC'),
  why: 'A page can tell the agent to carry what it has seen to any host: nothing of yours stands between its browser and the internet.',
  fix: {
    console: 'Create the browser anew with the network mode “VPC”, subnets and security groups.',
    cli: 'aws bedrock-agentcore-control create-browser --name … --network-configuration networkMode=VPC,vpcConfig={subnets=[subnet-…],securityGroups=[sg-…]}',
    cloudformation: {
      NetworkConfiguration: {
        NetworkMode: 'VPC',
        VpcConfig: { Subnets: ['subnet-…'], SecurityGroups: ['sg-…'] },
      },
    },
  },
  source: 'GetBrowser response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: {
    'aws-security-hub': ['BedrockAgentCore.5'],
    'mitre-atlas': ['AML.T0086'],
    'owasp-agentic-2026': ['ASI02'],
  },
  peers: {
    union: ['aws.agentcore.browser-public'],
    'aws-security-hub': ['BedrockAgentCore.5'],
    'aws-samples': ['AC-14', 'AC-16'],
  },
  examples: {
    pass: [{ networkConfiguration: { networkMode: 'VPC' } }],
    fail: [{ networkConfiguration: { networkMode: 'PUBLIC' } }],
    unknown: [{}, { networkConfiguration: { networkMode: 'OTHER' } }],
  },
});
