import { modelQualityDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { talksInTheClear } from './networks.ts';

export default check(modelQualityDefinition, {
  title: 'SageMaker model quality jobs encrypt what their instances say to each other',
  severity: 'medium',
  fails: talksInTheClear('NetworkConfig'),
  why: 'Captured requests and answers go between the instances of the job in the clear.',
  fix: {
    console:
      'Create the job definition anew with “Enable inter-container traffic encryption”, and let the schedule name it: a definition cannot be changed.',
    cli: 'aws sagemaker create-model-quality-job-definition --job-definition-name … --network-config EnableInterContainerTrafficEncryption=true …',
    cloudformation: { NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
  },
  source: 'DescribeModelQualityJobDefinition response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.13'] },
  peers: {
    union: ['aws.sagemaker.model-quality-no-traffic-encryption'],
    'aws-security-hub': ['SageMaker.13'],
    'aws-samples': ['SM-32'],
  },
  examples: {
    pass: [{ NetworkConfig: { EnableInterContainerTrafficEncryption: true } }],
    fail: [{ NetworkConfig: { EnableInterContainerTrafficEncryption: false } }, {}],
    unknown: [{ NetworkConfig: { EnableInterContainerTrafficEncryption: 1 } }],
  },
});
