import { customModel } from '#shared/assets/aws/bedrock.ts';
import { subnet } from '#shared/assets/aws/ec2.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, related, some } from '#shared/model/predicate.ts';

export default check(customModel, {
  title: 'Bedrock custom models are trained in subnets without a way to the internet',
  severity: 'medium',
  applies: not(field('customizationJob.vpcConfig.subnetIds').isEmpty()),
  fails: related(
    'attached-to',
    subnet,
    some(
      'Routes',
      all(
        field('GatewayId')
          .absentIs('', 'Route: without a gateway the route leads elsewhere')
          .matches(/^igw-/),
        field('State').absentIs('active', 'Route: blackhole where its target is gone').is('active'),
      ),
    ),
  ),
  why: 'The training data pass through a subnet that is open to the internet, where one wrong rule lets them out.',
  fix: {
    console: 'Customise the model again in subnets whose route table has no internet gateway.',
    cli: 'aws bedrock create-model-customization-job --vpc-config subnetIds=…,securityGroupIds=… …',
    cloudformation: { VpcConfig: { SubnetIds: ['subnet-…'], SecurityGroupIds: ['sg-…'] } },
  },
  source:
    'GetModelCustomizationJob response, @aws-sdk/client-bedrock; DescribeRouteTables response, @aws-sdk/client-ec2',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: { union: ['aws.bedrock.custom-model-public-subnet'], cloudsploit: ['privateCustomModel'] },
  examples: {
    pass: [
      {
        $config: { customizationJob: { vpcConfig: { subnetIds: ['subnet-0b1c2d3e'] } } },
        $related: {
          'attached-to': [
            { SubnetId: 'subnet-0b1c2d3e', Routes: [{ GatewayId: 'local' }, { State: 'active' }] },
          ],
        },
      },
    ],
    fail: [
      {
        $config: { customizationJob: { vpcConfig: { subnetIds: ['subnet-0b1c2d3e'] } } },
        $related: {
          'attached-to': [
            { SubnetId: 'subnet-0b1c2d3e', Routes: [{ GatewayId: 'igw-0a1b2c3d', State: 'active' }] },
          ],
        },
      },
    ],
    unknown: [
      {
        $config: { customizationJob: { vpcConfig: { subnetIds: ['subnet-0b1c2d3e'] } } },
        $related: { 'attached-to': ['unseen'] },
      },
    ],
    notApplicable: [{}, { customizationJob: {} }],
  },
});
