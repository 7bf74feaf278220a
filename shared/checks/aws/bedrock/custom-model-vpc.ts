import { customModel } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(customModel, {
  title: 'Bedrock custom models are trained in a VPC of yours',
  severity: 'medium',
  applies: field('customizationJob').isPresent(),
  fails: field('customizationJob.vpcConfig.subnetIds').isEmpty(),
  why: 'Without a VPC the job reads the training data through a network that you neither filter nor see.',
  fix: {
    console: 'Customise the model again and choose a VPC under “VPC settings”.',
    cli: 'aws bedrock create-model-customization-job --vpc-config subnetIds=…,securityGroupIds=… …',
    cloudformation: { VpcConfig: { SubnetIds: ['subnet-…'], SecurityGroupIds: ['sg-…'] } },
  },
  source: 'GetModelCustomizationJob response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: { union: ['aws.bedrock.custom-model-no-vpc'], cloudsploit: ['customModelInVpc'] },
  examples: {
    pass: [{ customizationJob: { vpcConfig: { subnetIds: ['subnet-0b1c2d3e'] } } }],
    fail: [{ customizationJob: {} }],
    unknown: [{ customizationJob: { vpcConfig: { subnetIds: 'subnet-0b1c2d3e' } } }],
    notApplicable: [{}],
  },
});
