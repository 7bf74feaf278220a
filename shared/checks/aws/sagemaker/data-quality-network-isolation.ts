import { dataQualityDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { isNotIsolated } from './networks.ts';

export default check(dataQualityDefinition, {
  title: 'SageMaker data quality jobs are isolated from the network',
  severity: 'medium',
  fails: isNotIsolated('NetworkConfig'),
  why: 'The job reads what users asked and what the model answered; without isolation its container can send that anywhere.',
  fix: {
    console:
      'Create the job definition anew with “Enable network isolation”, and let the schedule name it: a definition cannot be changed.',
    cli: 'aws sagemaker create-data-quality-job-definition --job-definition-name … --network-config EnableNetworkIsolation=true …',
    cloudformation: { NetworkConfig: { EnableNetworkIsolation: true } },
  },
  source: 'DescribeDataQualityJobDefinition response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.11'], 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.data-quality-no-network-isolation'],
    'aws-config': ['SAGEMAKER_DATA_QUALITY_JOB_ISOLATION'],
    'aws-security-hub': ['SageMaker.11'],
    'aws-samples': ['SM-30'],
  },
  examples: {
    pass: [{ NetworkConfig: { EnableNetworkIsolation: true } }],
    fail: [{ NetworkConfig: { EnableNetworkIsolation: false } }, {}],
    unknown: [{ NetworkConfig: { EnableNetworkIsolation: 1 } }],
  },
});
