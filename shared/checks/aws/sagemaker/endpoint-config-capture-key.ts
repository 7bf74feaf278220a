import { endpointConfig } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(endpointConfig, {
  title: 'Captured SageMaker requests are encrypted with a customer managed key',
  severity: 'medium',
  applies: all(
    field('DataCaptureConfig').isPresent(),
    field('DataCaptureConfig.EnableCapture')
      .absentIs(true, 'DataCaptureConfig: EnableCapture defaults to enabled')
      .is(true),
  ),
  fails: lacksCustomerKey('DataCaptureConfig.KmsKeyId'),
  why: 'Captured requests and answers are the customers’ data, often kept for long and read by many.',
  fix: {
    console:
      'Create an endpoint configuration with an encryption key under “Data capture” and update the endpoint to it.',
    cli: 'aws sagemaker create-endpoint-config --endpoint-config-name … --data-capture-config KmsKeyId=…,…',
    cloudformation: { DataCaptureConfig: { KmsKeyId: 'arn:aws:kms:…:key/…' } },
  },
  source: 'DescribeEndpointConfig response, @aws-sdk/client-sagemaker',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.sagemaker.endpoint-data-capture-no-kms'],
    cnspec: ['sagemaker-endpoint-data-capture-cmk-encryption'],
  },
  examples: {
    pass: [{ DataCaptureConfig: { EnableCapture: true, KmsKeyId: 'alias/capture' } }],
    fail: [{ DataCaptureConfig: { EnableCapture: true } }],
    unknown: [{ DataCaptureConfig: { EnableCapture: true, KmsKeyId: 1 } }],
    notApplicable: [{}, { DataCaptureConfig: { EnableCapture: false } }],
  },
});
