import { processingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { runsOnSeveral } from './instances.ts';
import { jobState } from './job-state.ts';
import { talksInTheClear } from './networks.ts';

/** One instance has nobody to talk to. */
export default check(processingJob, {
  title: 'SageMaker processing jobs on several instances encrypt what these say to each other',
  severity: 'medium',
  applies: runsOnSeveral('ProcessingResources.ClusterConfig'),
  fails: talksInTheClear('NetworkConfig'),
  why: 'Rows of the data that is prepared go between the instances in the clear.',
  fix: {
    console: 'Start the next job with “Enable inter-container traffic encryption”; a job cannot be changed.',
    cli: 'aws sagemaker create-processing-job --processing-job-name … --network-config EnableInterContainerTrafficEncryption=true …',
    cloudformation: jobState('sagemaker:createProcessingJob.sync', {
      NetworkConfig: { EnableInterContainerTrafficEncryption: true },
    }),
  },
  source: 'DescribeProcessingJob response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: {
    union: ['aws.sagemaker.processing-no-intercontainer-encryption'],
    cnspec: ['processingJobs interContainer'],
  },
  examples: {
    pass: [
      {
        ProcessingResources: { ClusterConfig: { InstanceCount: 2 } },
        NetworkConfig: { EnableInterContainerTrafficEncryption: true },
      },
    ],
    fail: [
      {
        ProcessingResources: {
          ClusterConfig: { InstancePreferences: [{ InstanceType: 'ml.c5.xlarge', InstanceCount: 4 }] },
        },
      },
      { ProcessingResources: { ClusterConfig: { InstanceCount: 2 } } },
      {
        ProcessingResources: { ClusterConfig: { SelectedInstanceCount: 3 } },
        NetworkConfig: { EnableInterContainerTrafficEncryption: false },
      },
    ],
    unknown: [
      {
        ProcessingResources: { ClusterConfig: { InstanceCount: 2 } },
        NetworkConfig: { EnableInterContainerTrafficEncryption: 'no' },
      },
    ],
    notApplicable: [
      { ProcessingResources: { ClusterConfig: { InstanceCount: 1 } } },
      { ProcessingResources: { ClusterConfig: {} } },
    ],
  },
});
