import { endpointConfig, model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { all, field, related, some } from '#shared/model/predicate.ts';
import { NOT_ISOLATED } from './sources.ts';

export default check(endpointConfig, {
  title: 'SageMaker endpoints do not deploy models with an open way to the internet',
  severity: 'medium',
  applies: some('ProductionVariants', field('ModelName').isPresent()),
  fails: related(
    'contains',
    model,
    all(
      field('EnableNetworkIsolation').absentIs(false, NOT_ISOLATED).is(false),
      field('VpcConfig.Subnets').isEmpty(),
    ),
  ),
  why: 'Such a model is neither isolated nor in a VPC: what its code sends to the internet while it answers requests, nothing of yours sees or stops.',
  fix: {
    console:
      'Recreate the model with network isolation or a VPC, and update the endpoint to a configuration that names it.',
    cli: 'aws sagemaker create-model --model-name … --enable-network-isolation …; aws sagemaker create-endpoint-config --endpoint-config-name … --production-variants ModelName=…,…',
    cloudformation: { ProductionVariants: [{ ModelName: 'isolated-…' }] },
  },
  source:
    'DescribeEndpointConfig response, @aws-sdk/client-sagemaker; Search response, Results[].Model.Model, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [
      {
        $config: { ProductionVariants: [{ ModelName: 'churn' }] },
        $related: { contains: [{ EnableNetworkIsolation: true }] },
      },
      {
        $config: { ProductionVariants: [{ ModelName: 'churn' }] },
        $related: { contains: [{ VpcConfig: { Subnets: ['subnet-0b1c2d3e'] } }] },
      },
    ],
    fail: [{ $config: { ProductionVariants: [{ ModelName: 'churn' }] }, $related: { contains: [{}] } }],
    unknown: [
      { $config: { ProductionVariants: [{ ModelName: 'churn' }] }, $related: { contains: ['unseen'] } },
    ],
  },
});
