import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(model, {
  title: 'SageMaker models run in a VPC of yours',
  severity: 'medium',
  fails: field('VpcConfig.Subnets').isEmpty(),
  why: 'Without a VPC configuration the containers use a network of SageMaker’s: your endpoint policies, security groups and flow logs do not apply.',
  fix: {
    console: 'Recreate the model with a VPC, subnets and security groups.',
    cli: 'aws sagemaker create-model --model-name … --vpc-config Subnets=…,SecurityGroupIds=…',
    cloudformation: { VpcConfig: { Subnets: ['subnet-…'], SecurityGroupIds: ['sg-…'] } },
  },
  source: 'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.model-no-vpc'],
    prowler: ['sagemaker_models_vpc_settings_configured'],
    steampipe: ['sagemaker_model_in_vpc'],
    cnspec: ['sagemaker models vpcConfig'],
  },
  examples: {
    pass: [{ VpcConfig: { Subnets: ['subnet-0b1c2d3e'] } }],
    fail: [{}, { VpcConfig: { Subnets: [] } }],
    unknown: [{ VpcConfig: { Subnets: 'subnet-0b1c2d3e' } }],
  },
});
