import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, not, some } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';
import { trainingState } from './training-state.ts';

/**
 * Instance types that bring their own encrypted storage, for which SageMaker takes no volume key.
 * Source: ResourceConfig, VolumeKmsKeyId and VolumeSizeInGB; EC2 User Guide, “Instance store volumes”.
 */
const LOCAL_STORAGE = /^ml\.(?:[cmr]\d+[a-z]*d[a-z]*|p4de?|p5[a-z]*|p6[a-z0-9-]*|g4dn|g5|g6e?|trn1n?|trn2)\./;

export default check(trainingJob, {
  title: 'SageMaker training volumes are encrypted with a customer managed key',
  severity: 'medium',
  applies: any(
    all(
      field('ResourceConfig.InstanceType').isPresent(),
      not(field('ResourceConfig.InstanceType').matches(LOCAL_STORAGE)),
    ),
    some('ResourceConfig.InstanceGroups', not(field('InstanceType').matches(LOCAL_STORAGE)), {
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
  examples: {
    pass: [{ ResourceConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: '7d6c1f4e' } }],
    fail: [
      { ResourceConfig: { InstanceType: 'ml.m5.xlarge' } },
      { ResourceConfig: { InstanceGroups: [{ InstanceType: 'ml.c5.xlarge' }] } },
    ],
    unknown: [{ ResourceConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 9 } }],
    notApplicable: [
      { ResourceConfig: { InstanceType: 'ml.p4d.24xlarge' } },
      { ResourceConfig: { InstanceType: 'ml.g5.xlarge' } },
    ],
  },
});
