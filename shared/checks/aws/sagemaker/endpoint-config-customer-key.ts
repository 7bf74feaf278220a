import { endpointConfig } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { any, some } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';
import { hasKeyedVolume, someVariantOnInstances } from './instances.ts';

/** Neither a serverless variant nor one on local storage has a volume that the key would encrypt. */
export default check(endpointConfig, {
  title: 'SageMaker endpoints encrypt their instances’ volumes with a customer managed key',
  severity: 'medium',
  applies: someVariantOnInstances(
    any(
      hasKeyedVolume('InstanceType'),
      some('InstancePools', hasKeyedVolume('InstanceType'), {
        absentIsEmpty: 'ProductionVariant: InstancePools for endpoints across several instance types',
      }),
    ),
  ),
  fails: lacksCustomerKey('KmsKeyId'),
  why: 'Model artefacts and what requests leave behind lie on these volumes, under a key whose policy you cannot write.',
  fix: {
    console: 'Create an endpoint configuration with an encryption key and update the endpoint to it.',
    cli: 'aws sagemaker create-endpoint-config --endpoint-config-name … --kms-key-id … --production-variants …',
    cloudformation: { KmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source: 'DescribeEndpointConfig response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: {
    union: ['aws.sagemaker.endpoint-config-no-kms'],
    prowler: ['sagemaker_endpoint_config_kms_encryption_enabled'],
    checkov: ['CKV_AWS_98'],
    steampipe: ['sagemaker_endpoint_configuration_encryption_at_rest_enabled'],
    kics: [
      'tf sagemaker_endpoint_configuration_encryption_disabled',
      'cfn sagemaker_endpoint_config_should_specify_kms_key_id',
    ],
    'aws-config': ['sagemaker_endpoint_configuration_kms_key_configured.guard'],
  },
  examples: {
    pass: [
      {
        KmsKeyId: '7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        ProductionVariants: [{ InstanceType: 'ml.m5.large', InitialInstanceCount: 2 }],
      },
    ],
    fail: [
      {
        ProductionVariants: [
          { InstancePools: [{ InstanceType: 'ml.g5.xlarge' }, { InstanceType: 'ml.m5.large' }] },
        ],
      },
      { ProductionVariants: [{ InstanceType: 'ml.m5.large', InitialInstanceCount: 2 }] },
      {
        KmsKeyId: 'alias/aws/ebs',
        ProductionVariants: [{ InstanceType: 'ml.m5.large', InitialInstanceCount: 2 }],
      },
    ],
    unknown: [
      { KmsKeyId: 4, ProductionVariants: [{ InstanceType: 'ml.m5.large', InitialInstanceCount: 2 }] },
      {},
    ],
    notApplicable: [
      { ProductionVariants: [{ ServerlessConfig: { MemorySizeInMB: 2048 } }] },
      { ProductionVariants: [{ InstanceType: 'ml.g5.xlarge', InitialInstanceCount: 2 }] },
    ],
  },
});
