import { vpc } from '#shared/assets/aws/ec2.ts';
import { check } from '#shared/model/check.ts';
import { lacksEndpoint } from './endpoints.ts';

export default check(vpc, {
  title: 'VPCs that AI runs in reach Bedrock AgentCore by an endpoint of their own',
  severity: 'low',
  fails: lacksEndpoint('bedrock-agentcore'),
  why: 'What agents say to their memories, gateways and tools then leaves the VPC for public addresses, where nothing of yours filters it.',
  fix: {
    console: 'In VPC, open “Endpoints” and create an interface endpoint for bedrock-agentcore.',
    cli: 'aws ec2 create-vpc-endpoint --vpc-id … --vpc-endpoint-type Interface --service-name com.amazonaws.….bedrock-agentcore --subnet-ids …',
    cloudformation: { VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.….bedrock-agentcore' },
  },
  source: 'DescribeVpcEndpoints response, @aws-sdk/client-ec2',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.agentcore.no-vpc-endpoints'],
    prowler: ['bedrockagentcore_vpc_endpoints_configured'],
    'aws-samples': ['AC-08'],
  },
  examples: {
    pass: [
      {
        VpcId: 'vpc-0aa11bb2',
        VpcEndpoints: [{ ServiceName: 'com.amazonaws.eu-west-1.bedrock-agentcore', State: 'Available' }],
      },
    ],
    fail: [{ VpcId: 'vpc-0aa11bb2', VpcEndpoints: [] }],
    unknown: [{ VpcId: 'vpc-0aa11bb2' }],
  },
});
