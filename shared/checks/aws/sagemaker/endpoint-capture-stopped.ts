import { endpoint } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(endpoint, {
  title: 'SageMaker endpoints that are to capture traffic do capture it',
  severity: 'medium',
  applies: all(
    field('EndpointStatus').isOneOf('InService', 'Updating', 'SystemUpdating', 'RollingBack'),
    field('DataCaptureConfig').isPresent(),
    field('DataCaptureConfig.EnableCapture').is(true),
  ),
  fails: field('DataCaptureConfig.CaptureStatus').is('Stopped'),
  why: 'Capture is configured and has stopped, often for want of a permission: everybody believes that there is a record, and there is none.',
  fix: {
    console:
      'Look at the endpoint’s “Data capture” status and give its role what it lacks on the bucket or the key, then update the endpoint.',
    cli: 'aws sagemaker describe-endpoint --endpoint-name … --query DataCaptureConfig',
    cloudformation: { DataCaptureConfig: { EnableCapture: true } },
  },
  source: 'Search response, Results[].Endpoint, @aws-sdk/client-sagemaker',
  frameworks: { 'iso-42001': ['A.6.2.8'] },
  peers: { union: ['aws.sagemaker.endpoint-no-data-capture'] },
  examples: {
    pass: [
      { EndpointStatus: 'InService', DataCaptureConfig: { EnableCapture: true, CaptureStatus: 'Started' } },
    ],
    fail: [
      { EndpointStatus: 'InService', DataCaptureConfig: { EnableCapture: true, CaptureStatus: 'Stopped' } },
    ],
    unknown: [{ EndpointStatus: 'InService', DataCaptureConfig: { EnableCapture: true } }],
    notApplicable: [
      { EndpointStatus: 'InService' },
      { EndpointStatus: 'Failed', DataCaptureConfig: { EnableCapture: true, CaptureStatus: 'Stopped' } },
    ],
  },
});
