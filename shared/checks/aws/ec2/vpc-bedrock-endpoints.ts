import { vpc } from '#shared/assets/aws/ec2.ts';
import { check } from '#shared/model/check.ts';
import { any } from '#shared/model/predicate.ts';
import { lacksEndpoint } from './endpoints.ts';

export default check(vpc, {
  title: 'VPCs that AI runs in reach Bedrock by endpoints of their own',
  severity: 'medium',
  fails: any(...['bedrock', 'bedrock-runtime', 'bedrock-agent', 'bedrock-agent-runtime'].map(lacksEndpoint)),
  why: 'Prompts then leave the VPC for public addresses, so its way out to the internet has to stay open, for stolen data too.',
  fix: {
    console:
      'In VPC, open “Endpoints” and create interface endpoints for bedrock, bedrock-runtime, bedrock-agent and bedrock-agent-runtime.',
    cli: 'aws ec2 create-vpc-endpoint --vpc-id … --vpc-endpoint-type Interface --service-name com.amazonaws.….bedrock-runtime --subnet-ids …',
    cloudformation: { VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.….bedrock-runtime' },
  },
  source: 'DescribeVpcEndpoints response, @aws-sdk/client-ec2',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.bedrock.no-vpc-endpoints'],
    prowler: ['bedrock_vpc_endpoints_configured'],
    'aws-samples': ['BR-02'],
  },
  examples: {
    pass: [
      {
        VpcId: 'vpc-0aa11bb2',
        VpcEndpoints: [
          { ServiceName: 'com.amazonaws.eu-west-1.bedrock', State: 'Available' },
          { ServiceName: 'com.amazonaws.eu-west-1.bedrock-runtime', State: 'Available' },
          { ServiceName: 'com.amazonaws.eu-west-1.bedrock-agent', State: 'Available' },
          { ServiceName: 'com.amazonaws.eu-west-1.bedrock-agent-runtime', State: 'Available' },
        ],
      },
    ],
    fail: [
      { VpcId: 'vpc-0aa11bb2', VpcEndpoints: [] },
      {
        VpcId: 'vpc-0aa11bb2',
        VpcEndpoints: [{ ServiceName: 'com.amazonaws.eu-west-1.bedrock', State: 'Rejected' }],
      },
    ],
    unknown: [{ VpcId: 'vpc-0aa11bb2' }],
  },
});
