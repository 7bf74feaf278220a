import { dataQualityDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';
import { hasKeyedVolume } from './instances.ts';

export default check(dataQualityDefinition, {
  title: 'SageMaker data quality volumes are encrypted with a customer managed key',
  severity: 'medium',
  applies: hasKeyedVolume('JobResources.ClusterConfig.InstanceType'),
  fails: lacksCustomerKey('JobResources.ClusterConfig.VolumeKmsKeyId'),
  why: 'Captured requests and answers lie on these volumes, under a key whose policy you cannot write.',
  fix: {
    console: 'Create the job definition anew with a volume encryption key: a definition cannot be changed.',
    cli: 'aws sagemaker create-data-quality-job-definition --job-definition-name … --job-resources ClusterConfig={VolumeKmsKeyId=…,…}',
    cloudformation: { JobResources: { ClusterConfig: { VolumeKmsKeyId: '…' } } },
  },
  source: 'DescribeDataQualityJobDefinition response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: { union: ['aws.sagemaker.data-quality-volume-no-kms'], checkov: ['CKV_AWS_368'] },
  examples: {
    pass: [{ JobResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: '7d6c1f4e' } } }],
    fail: [{ JobResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge' } } }],
    unknown: [{ JobResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 9 } } }],
    notApplicable: [{ JobResources: { ClusterConfig: { InstanceType: 'ml.g5.xlarge' } } }],
  },
});
