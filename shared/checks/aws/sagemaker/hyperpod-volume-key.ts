import { cluster } from '#shared/assets/aws/sagemaker-platform.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, none, some } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';
import { NO_RESTRICTED_GROUPS } from './sources.ts';

const isVolume = field('EbsVolumeConfig').isPresent();
const NO_STORAGE = { absentIsEmpty: 'ClusterInstanceGroupDetails: InstanceStorageConfigs is optional' };

/** Without a configuration of its volumes a group has a root volume under a key of AWS’s. */
const lacksKey = any(
  none('InstanceStorageConfigs', isVolume, NO_STORAGE),
  some(
    'InstanceStorageConfigs',
    all(isVolume, lacksCustomerKey('EbsVolumeConfig.VolumeKmsKeyId')),
    NO_STORAGE,
  ),
);

const volume = (EbsVolumeConfig: { VolumeKmsKeyId?: string }) => ({
  ClusterStatus: 'InService',
  InstanceGroups: [{ InstanceGroupName: 'workers', InstanceStorageConfigs: [{ EbsVolumeConfig }] }],
});

export default check(cluster, {
  title: 'SageMaker HyperPod clusters encrypt the volumes of their nodes with a customer managed key',
  severity: 'medium',
  fails: any(
    some('InstanceGroups', lacksKey),
    some('RestrictedInstanceGroups', lacksKey, { absentIsEmpty: NO_RESTRICTED_GROUPS }),
  ),
  why: 'Training data, checkpoints and credentials of jobs lie on the volumes of the nodes, under a key whose policy you cannot write.',
  fix: {
    console: 'Add instance groups whose root and secondary volumes name a key, and remove the old groups.',
    cli: 'aws sagemaker update-cluster --cluster-name … --instance-groups \'[{"InstanceStorageConfigs":[{"EbsVolumeConfig":{"RootVolume":true,"VolumeKmsKeyId":"…"}}],…}]\'',
    cloudformation: {
      InstanceGroups: [
        { InstanceStorageConfigs: [{ EbsVolumeConfig: { VolumeKmsKeyId: 'arn:aws:kms:…:key/…' } }] },
      ],
    },
  },
  source: 'DescribeCluster response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: { union: ['aws.sagemaker.hyperpod-ebs-no-cmk'] },
  examples: {
    pass: [volume({ VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' })],
    fail: [
      volume({}),
      volume({ VolumeKmsKeyId: 'alias/aws/ebs' }),
      { ClusterStatus: 'InService', InstanceGroups: [{ InstanceGroupName: 'workers' }] },
      {
        ClusterStatus: 'InService',
        InstanceGroups: [],
        RestrictedInstanceGroups: [{ InstanceStorageConfigs: [{ EbsVolumeConfig: {} }] }],
      },
    ],
    unknown: [{ ClusterStatus: 'InService', InstanceGroups: [{ InstanceStorageConfigs: 'ebs' }] }],
  },
});
