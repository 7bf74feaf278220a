import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { NOT_ISOLATED } from './sources.ts';
import { trainingState } from './training-state.ts';

export default check(trainingJob, {
  title: 'SageMaker training jobs are isolated from the network',
  severity: 'high',
  fails: field('EnableNetworkIsolation').absentIs(false, NOT_ISOLATED).is(false),
  why: 'Training runs code of many authors next to your data; without isolation it can send that data anywhere.',
  fix: {
    console: 'Start the next job with “Enable network isolation”; a job cannot be changed.',
    cli: 'aws sagemaker create-training-job --training-job-name … --enable-network-isolation …',
    cloudformation: trainingState({ EnableNetworkIsolation: true }),
  },
  source: 'Search response, Results[].TrainingJob, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.training-no-network-isolation'],
    prowler: ['sagemaker_training_jobs_network_isolation_enabled'],
    steampipe: ['sagemaker_training_job_network_isolation_enabled'],
    cnspec: ['trainingJobs enableNetworkIsolation'],
  },
  examples: {
    pass: [{ EnableNetworkIsolation: true }],
    fail: [{ EnableNetworkIsolation: false }, {}],
    unknown: [{ EnableNetworkIsolation: 1 }],
  },
});
