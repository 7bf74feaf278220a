import { processingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';
import { runsOnKeyedVolume } from './instances.ts';
import { jobState } from './job-state.ts';

export default check(processingJob, {
  title: 'SageMaker processing volumes are encrypted with a customer managed key',
  severity: 'medium',
  applies: runsOnKeyedVolume('ProcessingResources.ClusterConfig'),
  fails: lacksCustomerKey('ProcessingResources.ClusterConfig.VolumeKmsKeyId'),
  why: 'The raw data lies on these volumes while it is prepared, under a key whose policy you cannot write.',
  fix: {
    console: 'Start the next job with a volume encryption key; a job cannot be changed.',
    cli: 'aws sagemaker create-processing-job --processing-job-name … --processing-resources ClusterConfig={VolumeKmsKeyId=…,…}',
    cloudformation: jobState('sagemaker:createProcessingJob.sync', {
      ProcessingResources: { ClusterConfig: { VolumeKmsKeyId: '…' } },
    }),
  },
  source: 'DescribeProcessingJob response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: { union: ['aws.sagemaker.processing-volume-no-kms'], 'aws-samples': ['SM-17'] },
  examples: {
    pass: [
      {
        ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: '7d6c1f4e' } },
      },
    ],
    fail: [
      { ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge' } } },
      { ProcessingResources: { ClusterConfig: { InstancePreferences: [{ InstanceType: 'ml.c5.xlarge' }] } } },
    ],
    unknown: [
      { ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 9 } } },
    ],
    notApplicable: [
      { ProcessingResources: { ClusterConfig: { InstanceType: 'ml.g5.xlarge' } } },
      {
        ProcessingResources: {
          ClusterConfig: {
            SelectedInstanceType: 'ml.g5.xlarge',
            InstancePreferences: [{ InstanceType: 'ml.g5.xlarge' }, { InstanceType: 'ml.c5.xlarge' }],
          },
        },
      },
    ],
  },
});
