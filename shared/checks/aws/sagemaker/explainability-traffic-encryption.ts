import { explainabilityDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { talksInTheClear } from './networks.ts';

export default check(explainabilityDefinition, {
  title: 'SageMaker model explainability jobs encrypt what their instances say to each other',
  severity: 'medium',
  fails: talksInTheClear('NetworkConfig'),
  why: 'Captured requests and answers go between the instances of the job in the clear.',
  fix: {
    console:
      'Create the job definition anew with “Enable inter-container traffic encryption”, and let the schedule name it: a definition cannot be changed.',
    cli: 'aws sagemaker create-model-explainability-job-definition --job-definition-name … --network-config EnableInterContainerTrafficEncryption=true …',
    cloudformation: { NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
  },
  source: 'DescribeModelExplainabilityJobDefinition response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.10'] },
  peers: {
    union: ['aws.sagemaker.explainability-no-traffic-encryption'],
    'aws-security-hub': ['SageMaker.10'],
    'aws-samples': ['SM-29'],
  },
  examples: {
    pass: [{ NetworkConfig: { EnableInterContainerTrafficEncryption: true } }],
    fail: [{ NetworkConfig: { EnableInterContainerTrafficEncryption: false } }, {}],
    unknown: [{ NetworkConfig: { EnableInterContainerTrafficEncryption: 1 } }],
  },
});
