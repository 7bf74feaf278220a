import { cluster } from '#shared/assets/aws/sagemaker-platform.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, some } from '#shared/model/predicate.ts';
import { NO_RESTRICTED_GROUPS } from './sources.ts';

/** A group may have a network of its own in place of the cluster’s. */
const hasNoNetwork = field('OverrideVpcConfig.Subnets').isEmpty();

export default check(cluster, {
  title: 'SageMaker HyperPod clusters are in a VPC of yours',
  severity: 'medium',
  fails: all(
    field('VpcConfig.Subnets').isEmpty(),
    any(
      some('InstanceGroups', hasNoNetwork),
      some('RestrictedInstanceGroups', hasNoNetwork, { absentIsEmpty: NO_RESTRICTED_GROUPS }),
    ),
  ),
  why: 'Nodes then talk through a network of SageMaker’s: training data and checkpoints go where no security group, endpoint policy or flow log of yours sees them.',
  fix: {
    console: 'Create the cluster again with a custom VPC, subnets and security groups.',
    cli: 'aws sagemaker create-cluster --cluster-name … --vpc-config Subnets=…,SecurityGroupIds=… --instance-groups …',
    cloudformation: { VpcConfig: { Subnets: ['subnet-…'], SecurityGroupIds: ['sg-…'] } },
  },
  source: 'DescribeCluster response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: { union: ['aws.sagemaker.hyperpod-no-vpc'] },
  examples: {
    pass: [
      {
        ClusterStatus: 'InService',
        VpcConfig: { Subnets: ['subnet-0b1c2d3e'] },
        InstanceGroups: [{ InstanceGroupName: 'workers' }],
      },
      {
        ClusterStatus: 'InService',
        InstanceGroups: [{ OverrideVpcConfig: { Subnets: ['subnet-0b1c2d3e'] } }],
      },
    ],
    fail: [{ ClusterStatus: 'InService', InstanceGroups: [{ InstanceGroupName: 'workers' }] }],
    unknown: [
      { ClusterStatus: 'InService', VpcConfig: { Subnets: 'subnet-0b1c2d3e' }, InstanceGroups: [{}] },
    ],
  },
});
