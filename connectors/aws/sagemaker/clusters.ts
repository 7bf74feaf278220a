import type { ClusterSummary } from '@aws-sdk/client-sagemaker';
import { cluster } from '#shared/assets/aws/sagemaker-platform.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { subnetsOf } from './models.ts';

/** Describing takes the ARN in place of the name, and the ARN holds an id that the name does not tell. */
export default awsConnector<Pick<ClusterSummary, 'ClusterArn' | 'ClusterName'>>(cluster, {
  operations: {
    list: awsOperations('sagemaker:ListClusters'),
    read: awsOperations('sagemaker:DescribeCluster'),
    parts: { Tags: getResources },
  },
  events: ['CreateCluster', 'UpdateCluster', 'UpdateClusterSoftware', 'DeleteCluster'],
  list: ({ sagemaker }) => sagemaker.list('ListClusters', { MaxResults: 100 }, 'ClusterSummaries'),
  identify: ({ ClusterArn = '', ClusterName = '' }) => ({ id: ClusterArn, name: ClusterName }),
  async read(services, { ClusterArn }) {
    const described = await services.sagemaker('DescribeCluster', { ClusterName: ClusterArn });
    return {
      ...described,
      FailureMessage: undefined,
      Tags: await services.tagsOf('sagemaker:cluster', ClusterArn),
    };
  },
  async find({ sagemaker }, id) {
    const { ClusterArn, ClusterName = '' } = await sagemaker('DescribeCluster', { ClusterName: id });
    return { ClusterArn, ClusterName };
  },
  affected(event) {
    const named = answered(event, 'clusterArn') ?? asked(event, 'clusterName');
    return named?.startsWith('arn:') ? named : undefined;
  },
  relations: ({ VpcConfig, ClusterRole, InstanceGroups, RestrictedInstanceGroups }, { scope }) => [
    ...subnetsOf(VpcConfig),
    relation('assumes', ClusterRole),
    ...[...elementsOf(InstanceGroups), ...elementsOf(RestrictedInstanceGroups)].flatMap((group) => [
      relation('assumes', group['ExecutionRole']),
      ...subnetsOf(group['OverrideVpcConfig']),
      relation('reads-from', bucketArnOf(at(group, 'LifeCycleConfig', 'SourceS3Uri'), scope.region)),
      ...elementsOf(group['InstanceStorageConfigs']).map((storage) =>
        relation('encrypted-by', kmsKeyArn(scope, at(storage, 'EbsVolumeConfig', 'VolumeKmsKeyId'))),
      ),
    ]),
  ],
});

const elementsOf = (list: Json | undefined): JsonObject[] =>
  Array.isArray(list) ? list.filter(isObject) : [];

function at(value: JsonObject, key: string, inner: string): Json | undefined {
  const found = value[key];
  return isObject(found) ? found[inner] : undefined;
}
