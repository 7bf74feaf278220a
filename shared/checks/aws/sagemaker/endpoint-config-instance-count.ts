import { endpointConfig } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';

export default check(endpointConfig, {
  title: 'SageMaker endpoints have more than one instance behind each variant',
  severity: 'low',
  applies: some('ProductionVariants', field('ServerlessConfig').isAbsent()),
  fails: some(
    'ProductionVariants',
    all(field('ServerlessConfig').isAbsent(), field('InitialInstanceCount').atMost(1)),
  ),
  why: 'A single instance is in a single zone: when it or the zone fails, or an update replaces it, the endpoint does not answer.',
  fix: {
    console:
      'Create an endpoint configuration with an initial instance count of two or more and update the endpoint to it.',
    cli: 'aws sagemaker create-endpoint-config --endpoint-config-name … --production-variants VariantName=…,ModelName=…,InstanceType=…,InitialInstanceCount=2',
    cloudformation: { ProductionVariants: [{ InitialInstanceCount: 2 }] },
  },
  source: 'DescribeEndpointConfig response, @aws-sdk/client-sagemaker; Security Hub control SageMaker.4',
  frameworks: { 'aws-security-hub': ['SageMaker.4'], 'mitre-atlas': ['AML.T0029'] },
  peers: {
    union: ['aws.sagemaker.endpoint-config-single-instance'],
    prowler: ['sagemaker_endpoint_config_prod_variant_instances'],
    steampipe: ['sagemaker_endpoint_configuration_prod_instance_count_greater_than_one'],
    'aws-security-hub': ['SageMaker.4'],
    'aws-samples': ['SM-12'],
  },
  examples: {
    pass: [{ ProductionVariants: [{ InitialInstanceCount: 2 }] }],
    fail: [{ ProductionVariants: [{ InitialInstanceCount: 2 }, { InitialInstanceCount: 1 }] }],
    unknown: [{}, { ProductionVariants: [{ InitialInstanceCount: 'two' }] }],
    notApplicable: [{ ProductionVariants: [{ ServerlessConfig: { MemorySizeInMB: 2048 } }] }],
  },
});
