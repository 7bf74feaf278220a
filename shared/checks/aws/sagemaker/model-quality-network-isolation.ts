import { modelQualityDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { isNotIsolated } from './networks.ts';

export default check(modelQualityDefinition, {
  title: 'SageMaker model quality jobs are isolated from the network',
  severity: 'high',
  fails: isNotIsolated('NetworkConfig'),
  why: 'The job reads what users asked and what the model answered; without isolation its container can send that anywhere.',
  fix: {
    console:
      'Create the job definition anew with “Enable network isolation”, and let the schedule name it: a definition cannot be changed.',
    cli: 'aws sagemaker create-model-quality-job-definition --job-definition-name … --network-config EnableNetworkIsolation=true …',
    cloudformation: { NetworkConfig: { EnableNetworkIsolation: true } },
  },
  source: 'DescribeModelQualityJobDefinition response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.25'], 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.model-quality-no-network-isolation'],
    'aws-security-hub': ['SageMaker.25'],
    'aws-samples': ['SM-39'],
  },
  examples: {
    pass: [{ NetworkConfig: { EnableNetworkIsolation: true } }],
    fail: [{ NetworkConfig: { EnableNetworkIsolation: false } }, {}],
    unknown: [{ NetworkConfig: { EnableNetworkIsolation: 1 } }],
  },
});
