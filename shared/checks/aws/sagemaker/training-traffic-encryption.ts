import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';
import { runsOnSeveral } from './instances.ts';
import { trainingState } from './training-state.ts';

/** One instance has nobody to talk to. */
export default check(trainingJob, {
  title: 'SageMaker training jobs on several instances encrypt what these say to each other',
  severity: 'medium',
  applies: any(
    runsOnSeveral('ResourceConfig'),
    field('ResourceConfig.InstanceGroups[1]').isPresent(),
    some('ResourceConfig.InstanceGroups', field('InstanceCount').atLeast(2), {
      absentIsEmpty: 'ResourceConfig: InstanceGroups only in place of InstanceType and InstanceCount',
    }),
  ),
  fails: field('EnableInterContainerTrafficEncryption')
    .absentIs(false, 'CreateTrainingJob: EnableInterContainerTrafficEncryption, choose true to encrypt')
    .is(false),
  why: 'Gradients and samples go between the instances in the clear.',
  fix: {
    console: 'Start the next job with “Enable inter-container traffic encryption”; a job cannot be changed.',
    cli: 'aws sagemaker create-training-job --training-job-name … --enable-inter-container-traffic-encryption …',
    cloudformation: trainingState({ EnableInterContainerTrafficEncryption: true }),
  },
  source: 'Search response, Results[].TrainingJob, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: {
    union: ['aws.sagemaker.training-no-intercontainer-encryption'],
    prowler: ['sagemaker_training_jobs_intercontainer_encryption_enabled'],
    steampipe: ['sagemaker_training_job_inter_container_traffic_encryption_enabled'],
    cnspec: ['trainingJobs enableInterContainerTrafficEncryption'],
  },
  examples: {
    pass: [{ ResourceConfig: { InstanceCount: 2 }, EnableInterContainerTrafficEncryption: true }],
    fail: [
      { ResourceConfig: { InstanceCount: 2 }, EnableInterContainerTrafficEncryption: false },
      { ResourceConfig: { InstanceGroups: [{ InstanceCount: 1 }, { InstanceCount: 1 }] } },
      { ResourceConfig: { InstanceGroups: [{ InstanceCount: 4 }] } },
      { ResourceConfig: { SelectedInstanceType: 'ml.c5.xlarge', SelectedInstanceCount: 2 } },
    ],
    unknown: [{ ResourceConfig: { InstanceCount: 2 }, EnableInterContainerTrafficEncryption: 'no' }],
    notApplicable: [
      { ResourceConfig: { InstanceCount: 1 } },
      { ResourceConfig: { InstanceGroups: [{ InstanceCount: 1 }] } },
    ],
  },
});
