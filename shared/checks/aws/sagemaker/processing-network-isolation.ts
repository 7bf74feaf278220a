import { processingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { jobState } from './job-state.ts';
import { isNotIsolated } from './networks.ts';

export default check(processingJob, {
  title: 'SageMaker processing jobs are isolated from the network',
  severity: 'medium',
  fails: isNotIsolated('NetworkConfig'),
  why: 'Processing code reads the raw data; without isolation whatever it depends on can send that data anywhere.',
  fix: {
    console: 'Start the next job with “Enable network isolation”; a job cannot be changed.',
    cli: 'aws sagemaker create-processing-job --processing-job-name … --network-config EnableNetworkIsolation=true …',
    cloudformation: jobState('sagemaker:createProcessingJob.sync', {
      NetworkConfig: { EnableNetworkIsolation: true },
    }),
  },
  source: 'DescribeProcessingJob response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.processing-no-network-isolation'],
    cnspec: ['processingJobs enableNetworkIsolation'],
  },
  examples: {
    pass: [{ NetworkConfig: { EnableNetworkIsolation: true } }],
    fail: [{ NetworkConfig: { EnableNetworkIsolation: false } }, {}],
    unknown: [{ NetworkConfig: { EnableNetworkIsolation: 1 } }],
  },
});
