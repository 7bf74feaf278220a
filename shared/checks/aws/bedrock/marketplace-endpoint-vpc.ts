import { marketplaceEndpoint } from '#shared/assets/aws/bedrock-models.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(marketplaceEndpoint, {
  title: 'Bedrock Marketplace endpoints run in a VPC of yours',
  severity: 'medium',
  applies: field('endpointConfig.sageMaker').isPresent(),
  fails: field('endpointConfig.sageMaker.vpc.subnetIds').isEmpty(),
  why: 'The container of somebody else runs with a network that you neither filter nor see: it can send out what your prompts told it.',
  fix: {
    console:
      'In the Bedrock model catalogue, deploy the model again and choose a VPC, subnets and security groups under “Advanced settings”.',
    cli: 'aws bedrock create-marketplace-model-endpoint --endpoint-config \'{"sageMaker":{"vpc":{"subnetIds":["subnet-…"],"securityGroupIds":["sg-…"]},…}}\' …',
    cloudformation: { VpcConfig: { Subnets: ['subnet-…'], SecurityGroupIds: ['sg-…'] } },
  },
  source: 'GetMarketplaceModelEndpoint response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0010', 'AML.T0025'] },
  peers: { union: ['aws.bedrock.marketplace-endpoint-no-vpc'] },
  examples: {
    pass: [
      { endpointConfig: { sageMaker: { vpc: { subnetIds: ['subnet-0b1c2d3e'], securityGroupIds: [] } } } },
    ],
    fail: [{ endpointConfig: { sageMaker: { instanceType: 'ml.g5.2xlarge' } } }],
    unknown: [{ endpointConfig: { sageMaker: { vpc: { subnetIds: 'subnet-0b1c2d3e' } } } }],
    notApplicable: [{ endpointConfig: {} }],
  },
});
