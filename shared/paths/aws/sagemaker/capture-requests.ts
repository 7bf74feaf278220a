import { endpoint } from '#shared/assets/aws/sagemaker.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(endpoint, {
  title: 'Only who deploys an endpoint can say where its requests and answers are written',
  gains: 'the requests and answers of the endpoint, captured to a bucket or sent there as results',
  by: 'principal',
  needs: [
    permission('sagemaker:CreateEndpointConfig', {
      on: anyIn('arn:aws:sagemaker:*:{account}:endpoint-config/*'),
    }),
    permission('sagemaker:UpdateEndpoint'),
  ],
  holds: 'read',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-SC-05', 'AWS-SC-06'],
  why: 'Another configuration of the same models captures every request, or writes the results of asynchronous calls elsewhere, and the callers notice nothing.',
  fix: narrowed(
    'Allow sagemaker:UpdateEndpoint to the role that deploys the endpoint alone, and let the role of its model write to known buckets only.',
    'sagemaker:UpdateEndpoint',
    'arn:aws:sagemaker:…:…:endpoint/…',
  ),
  source:
    'CreateEndpointConfigInput.DataCaptureConfig and AsyncInferenceConfig, @aws-sdk/client-sagemaker; HackTricks Cloud, SageMaker post-exploitation',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
});
