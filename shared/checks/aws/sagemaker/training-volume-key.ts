import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { any, some } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';
import { hasKeyedVolume, runsOnKeyedVolume } from './instances.ts';
import { trainingState } from './training-state.ts';

export default check(trainingJob, {
  title: 'SageMaker training volumes are encrypted with a customer managed key',
  severity: 'medium',
  applies: any(
    runsOnKeyedVolume('ResourceConfig'),
    some('ResourceConfig.InstanceGroups', hasKeyedVolume('InstanceType'), {
      absentIsEmpty: 'ResourceConfig: InstanceGroups only in place of InstanceType and InstanceCount',
    }),
  ),
  fails: lacksCustomerKey('ResourceConfig.VolumeKmsKeyId'),
  why: 'Training data and checkpoints lie on these volumes, under a key whose policy you cannot write.',
  fix: {
    console: 'Start the next job with a volume encryption key; a job cannot be changed.',
    cli: 'aws sagemaker create-training-job --training-job-name … --resource-config VolumeKmsKeyId=…,…',
    cloudformation: trainingState({ ResourceConfig: { VolumeKmsKeyId: '…' } }),
  },
  source: 'Search response, Results[].TrainingJob, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: {
    union: ['aws.sagemaker.training-volume-no-kms'],
    prowler: ['sagemaker_training_jobs_volume_and_output_encryption_enabled'],
    'aws-samples': ['SM-26'],
  },
  examples: {
    pass: [{ ResourceConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: '7d6c1f4e' } }],
    fail: [
      { ResourceConfig: { InstanceType: 'ml.m5.xlarge' } },
      { ResourceConfig: { InstanceGroups: [{ InstanceType: 'ml.c5.xlarge' }] } },
      { ResourceConfig: { InstancePreferences: [{ InstanceType: 'ml.c5.xlarge', InstanceCount: 2 }] } },
      { ResourceConfig: { SelectedInstanceType: 'ml.c5.xlarge', SelectedInstanceCount: 2 } },
    ],
    unknown: [{ ResourceConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 9 } }],
    notApplicable: [
      { ResourceConfig: { InstanceType: 'ml.p4d.24xlarge' } },
      { ResourceConfig: { InstanceType: 'ml.p3dn.24xlarge' } },
      { ResourceConfig: { InstanceType: 'ml.g5.xlarge' } },
    ],
  },
});
