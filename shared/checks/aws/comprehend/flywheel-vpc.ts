import { flywheel } from '#shared/assets/aws/comprehend.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(flywheel, {
  title: 'Comprehend flywheels train in a VPC of yours',
  severity: 'medium',
  fails: field('DataSecurityConfig.VpcConfig.Subnets').isEmpty(),
  why: 'Without a VPC each training run reads your documents through a network that you neither filter nor see.',
  fix: {
    console: 'Update the flywheel and choose a VPC under “Data security”.',
    cli: 'aws comprehend update-flywheel --flywheel-arn … --data-security-config VpcConfig={Subnets=…,SecurityGroupIds=…}',
    cloudformation: {
      DataSecurityConfig: { VpcConfig: { Subnets: ['subnet-…'], SecurityGroupIds: ['sg-…'] } },
    },
  },
  source: 'DescribeFlywheel response, @aws-sdk/client-comprehend',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: { union: ['aws.comprehend.flywheel-no-vpc'], cloudsploit: ['flywheelInVpc'] },
  examples: {
    pass: [{ DataSecurityConfig: { VpcConfig: { Subnets: ['subnet-0b1c2d3e'] } } }],
    fail: [{}, { DataSecurityConfig: {} }],
    unknown: [{ DataSecurityConfig: { VpcConfig: { Subnets: 'subnet-0b1c2d3e' } } }],
  },
});
