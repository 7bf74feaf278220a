import { modelBiasDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { talksInTheClear } from './networks.ts';

export default check(modelBiasDefinition, {
  title: 'SageMaker model bias jobs encrypt what their instances say to each other',
  severity: 'medium',
  fails: talksInTheClear('NetworkConfig'),
  why: 'Captured requests and answers go between the instances of the job in the clear.',
  fix: {
    console:
      'Create the job definition anew with “Enable inter-container traffic encryption”, and let the schedule name it: a definition cannot be changed.',
    cli: 'aws sagemaker create-model-bias-job-definition --job-definition-name … --network-config EnableInterContainerTrafficEncryption=true …',
    cloudformation: { NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
  },
  source: 'DescribeModelBiasJobDefinition response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.15'] },
  peers: {
    union: ['aws.sagemaker.model-bias-no-traffic-encryption'],
    'aws-security-hub': ['SageMaker.15'],
    'aws-samples': ['SM-33'],
  },
  examples: {
    pass: [{ NetworkConfig: { EnableInterContainerTrafficEncryption: true } }],
    fail: [{ NetworkConfig: { EnableInterContainerTrafficEncryption: false } }, {}],
    unknown: [{ NetworkConfig: { EnableInterContainerTrafficEncryption: 1 } }],
  },
});
