import type { Nodegroup } from '@aws-sdk/client-eks';
import { acceleratedCluster } from '#shared/assets/aws/eks.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, nameInArn } from '../arn.ts';
import { listOf } from '../bedrock/arns.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

/** The families with GPUs, Trainium, Inferentia and Gaudi. Source: EC2 User Guide, “Accelerated computing instances”. */
const ACCELERATED_TYPE = /^(?:p\d|g\d|gr\d|trn\d|inf\d|dl\d)/;

/** Of images that EKS builds. Source: `AMITypes`. */
const ACCELERATED_IMAGE = /GPU|NVIDIA|NEURON/;

interface Found {
  readonly name: string;
  readonly nodegroups: readonly Nodegroup[];
}

/**
 * The clusters of which a managed node group has accelerators: Kubernetes is where models are served by hand. A group
 * from a launch template does not say what it starts; its instances are read as such.
 */
export default awsConnector<Found>(acceleratedCluster, {
  rare: true,
  operations: {
    list: awsOperations('eks:ListClusters', 'eks:ListNodegroups', 'eks:DescribeNodegroup'),
    read: awsOperations('eks:DescribeCluster'),
  },
  events: [
    'CreateCluster',
    'UpdateClusterConfig',
    'DeleteCluster',
    'CreateNodegroup',
    'UpdateNodegroupConfig',
    'DeleteNodegroup',
  ],
  async *list(services) {
    for await (const name of services.eks.list('ListClusters', { maxResults: 100 }, 'clusters')) {
      const found = await accelerated(services, name);
      if (found) yield found;
    }
  },
  identify: ({ name }, { scope }) => ({ id: arnIn(scope, 'eks', `cluster/${name}`), name }),
  async read({ eks }, { name, nodegroups }) {
    const { cluster } = await eks('DescribeCluster', { name });
    return { ...cluster, certificateAuthority: undefined, nodegroups };
  },
  find: (services, id) => accelerated(services, nameInArn(id)),
  /** In requests on node groups, too, `name` is the name of the cluster: it stands in their path. */
  affected: (event, { scope }) => {
    const name = asked(event, 'name') ?? asked(event, 'clusterName');
    return name && arnIn(scope, 'eks', `cluster/${name}`);
  },
  relations: ({ resourcesVpcConfig, nodegroups }) => [
    ...listOf(nodegroups).map((group) =>
      relation('assumes', isObject(group) ? group['nodeRole'] : undefined),
    ),
    ...(isObject(resourcesVpcConfig) ? listOf(resourcesVpcConfig['subnetIds']) : []).map((subnet) =>
      relation('attached-to', subnet),
    ),
  ],
});

async function accelerated({ eks }: AwsServices, name: string): Promise<Found | undefined> {
  const nodegroups: Nodegroup[] = [];
  const names = eks.list('ListNodegroups', { clusterName: name, maxResults: 100 }, 'nodegroups');
  for await (const nodegroupName of names) {
    const { nodegroup } = await eks('DescribeNodegroup', { clusterName: name, nodegroupName });
    if (nodegroup && hasAccelerators(nodegroup)) nodegroups.push(nodegroup);
  }
  return nodegroups.length > 0 ? { name, nodegroups } : undefined;
}

const hasAccelerators = ({ amiType, instanceTypes }: Nodegroup): boolean =>
  ACCELERATED_IMAGE.test(amiType ?? '') || (instanceTypes ?? []).some((type) => ACCELERATED_TYPE.test(type));
