import * as client from '@aws-sdk/client-eks';
import type { JsonObject } from '#shared/model/json.ts';
import { gets } from '../served.ts';
import type { EstateService } from '../services.ts';

const AT = 'arn:aws:eks:eu-west-1:444455556666';

const cluster = (name: string, publicAccessCidrs: string[]): JsonObject => ({
  name,
  arn: `${AT}:cluster/${name}`,
  version: '1.33',
  status: 'ACTIVE',
  endpoint: 'https://ABC.gr7.eu-west-1.eks.amazonaws.com',
  roleArn: 'arn:aws:iam::444455556666:role/web',
  certificateAuthority: { data: 'c3dvcmRmaXNo' },
  resourcesVpcConfig: {
    subnetIds: ['subnet-0a1b2c3d'],
    vpcId: 'vpc-0a1b2c3d',
    endpointPublicAccess: true,
    endpointPrivateAccess: true,
    publicAccessCidrs,
  },
  tags: { owner: 'ml-platform' },
});

const nodegroup = (clusterName: string, nodegroupName: string, more: JsonObject): JsonObject => ({
  clusterName,
  nodegroupName,
  nodegroupArn: `${AT}:nodegroup/${clusterName}/${nodegroupName}/1`,
  status: 'ACTIVE',
  nodeRole: 'arn:aws:iam::444455556666:role/web',
  ...more,
});

export default {
  prefix: 'eks',
  signingName: 'eks',
  protocol: 'rest-json',
  client,
  handlers: {
    ListClusters: ({ region }) => ({
      clusters: region.resources('eks/clusters').map(({ name }) => name ?? ''),
    }),
    ListNodegroups: ({ region, input }) => ({
      nodegroups: region
        .resources('eks/nodegroups')
        .filter(({ clusterName }) => clusterName === input['clusterName'])
        .map(({ nodegroupName }) => nodegroupName ?? ''),
    }),
    DescribeNodegroup: gets(
      'eks/nodegroups',
      { clusterName: 'clusterName', nodegroupName: 'nodegroupName' },
      { under: 'nodegroup' },
    ),
    DescribeCluster: gets('eks/clusters', { name: 'name' }, { under: 'cluster' }),
  },
  sample: {
    'eks/clusters': [
      cluster('llm', ['0.0.0.0/0']),
      cluster('training', ['192.0.2.0/24']),
      cluster('vision', ['192.0.2.0/24', '198.51.100.0/24']),
      cluster('shop', ['0.0.0.0/0']),
    ],
    'eks/nodegroups': [
      nodegroup('llm', 'gpu', { instanceTypes: ['g6.xlarge'], amiType: 'AL2023_x86_64_NVIDIA' }),
      nodegroup('llm', 'plain', { instanceTypes: ['m7i.large'], amiType: 'AL2023_x86_64_STANDARD' }),
      nodegroup('training', 'trainium', { instanceTypes: ['trn1.32xlarge'], amiType: 'CUSTOM' }),
      nodegroup('vision', 'gpu', { amiType: 'BOTTLEROCKET_x86_64_NVIDIA' }),
      nodegroup('shop', 'plain', { instanceTypes: ['m7i.large'], amiType: 'AL2023_x86_64_STANDARD' }),
    ],
  },
} satisfies EstateService;
