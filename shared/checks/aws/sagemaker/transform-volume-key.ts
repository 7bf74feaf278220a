import { transformJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';
import { hasKeyedVolume } from './instances.ts';
import { jobState } from './job-state.ts';

export default check(transformJob, {
  title: 'SageMaker batch transform volumes are encrypted with a customer managed key',
  severity: 'medium',
  applies: hasKeyedVolume('TransformResources.InstanceType'),
  fails: lacksCustomerKey('TransformResources.VolumeKmsKeyId'),
  why: 'The model and what it is asked lie on these volumes, under a key whose policy you cannot write.',
  fix: {
    console: 'Start the next job with a volume encryption key; a job cannot be changed.',
    cli: 'aws sagemaker create-transform-job --transform-job-name … --transform-resources VolumeKmsKeyId=…,…',
    cloudformation: jobState('sagemaker:createTransformJob.sync', {
      TransformResources: { VolumeKmsKeyId: '…' },
    }),
  },
  source: 'DescribeTransformJob response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: { union: ['aws.sagemaker.transform-volume-no-kms'], 'aws-samples': ['SM-18'] },
  examples: {
    pass: [{ TransformResources: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: '7d6c1f4e' } }],
    fail: [{ TransformResources: { InstanceType: 'ml.m5.xlarge' } }],
    unknown: [{ TransformResources: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 9 } }],
    notApplicable: [{ TransformResources: { InstanceType: 'ml.g4dn.xlarge' } }],
  },
});
