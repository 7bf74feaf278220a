import { endpointConfig } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';

const INSTANCES = [{ InstanceType: 'ml.m5.large', InitialInstanceCount: 2 }];

/** Serverless endpoints capture nothing. Source: SageMaker Developer Guide, “Feature exclusions” of serverless inference. */
export default check(endpointConfig, {
  title: 'SageMaker endpoints capture requests and answers',
  severity: 'low',
  applies: some('ProductionVariants', field('ServerlessConfig').isAbsent()),
  fails: any(
    field('DataCaptureConfig').isAbsent(),
    field('DataCaptureConfig.EnableCapture')
      .absentIs(true, 'DataCaptureConfig: EnableCapture defaults to enabled')
      .is(false),
  ),
  why: 'Without captured traffic there is nothing to investigate abuse, drift or a poisoned model with.',
  fix: {
    console: 'Create an endpoint configuration with “Data capture” on and update the endpoint to it.',
    cli: 'aws sagemaker create-endpoint-config --endpoint-config-name … --data-capture-config EnableCapture=true,InitialSamplingPercentage=…,DestinationS3Uri=…,CaptureOptions=[{CaptureMode=Input},{CaptureMode=Output}]',
    cloudformation: {
      DataCaptureConfig: {
        EnableCapture: true,
        InitialSamplingPercentage: 10,
        DestinationS3Uri: 's3://…',
        CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'Output' }],
      },
    },
  },
  source: 'DescribeEndpointConfig response, @aws-sdk/client-sagemaker',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MEASURE 2.4'] },
  peers: { union: ['aws.sagemaker.endpoint-no-data-capture'] },
  examples: {
    pass: [
      { ProductionVariants: INSTANCES, DataCaptureConfig: { EnableCapture: true } },
      { ProductionVariants: INSTANCES, DataCaptureConfig: {} },
    ],
    fail: [
      { ProductionVariants: INSTANCES },
      { ProductionVariants: INSTANCES, DataCaptureConfig: { EnableCapture: false } },
    ],
    unknown: [{ ProductionVariants: INSTANCES, DataCaptureConfig: { EnableCapture: 'on' } }],
    notApplicable: [{ ProductionVariants: [{ ServerlessConfig: { MemorySizeInMB: 2048 } }] }],
  },
});
