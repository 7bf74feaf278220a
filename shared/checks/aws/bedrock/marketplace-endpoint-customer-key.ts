import { marketplaceEndpoint } from '#shared/assets/aws/bedrock-models.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(marketplaceEndpoint, {
  title: 'Volumes of Bedrock Marketplace endpoints are encrypted with a customer managed key',
  severity: 'medium',
  applies: field('endpointConfig.sageMaker').isPresent(),
  fails: lacksCustomerKey('endpointConfig.sageMaker.kmsEncryptionKey'),
  why: 'The instances behind the endpoint keep the weights and what passes through them on disks under a key whose policy you cannot write.',
  fix: {
    console:
      'In the Bedrock model catalogue, deploy the model again and choose a customer managed key under “Advanced settings”.',
    cli: 'aws bedrock create-marketplace-model-endpoint --endpoint-config \'{"sageMaker":{"kmsEncryptionKey":"…",…}}\' …',
    terraform: 'resource "aws_sagemaker_endpoint_configuration" "…" { kms_key_arn = aws_kms_key.….arn }',
  },
  source: 'GetMarketplaceModelEndpoint response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0048.004'] },
  peers: { union: ['aws.bedrock.marketplace-endpoint-no-cmk'] },
  examples: {
    pass: [
      {
        endpointConfig: {
          sageMaker: { kmsEncryptionKey: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' },
        },
      },
    ],
    fail: [{ endpointConfig: { sageMaker: { instanceType: 'ml.g5.2xlarge' } } }],
    unknown: [{ endpointConfig: { sageMaker: { kmsEncryptionKey: 3 } } }],
    notApplicable: [{ endpointConfig: {} }],
  },
});
