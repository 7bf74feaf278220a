import type { Filter, Instance } from '@aws-sdk/client-ec2';
import { acceleratedInstance } from '#shared/assets/aws/ec2-instances.ts';
import { isObject } from '#shared/model/json.ts';
import { type ChangeEvent, relation } from '../../connector.ts';
import { arnIn, nameInArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

/** The families with GPUs, Trainium, Inferentia and Gaudi. Source: EC2 User Guide, “Accelerated computing instances”. */
const ACCELERATED: Filter[] = [
  { Name: 'instance-type', Values: ['p*', 'g*', 'trn*', 'inf*', 'dl*'] },
  { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] },
];

/** The instances with accelerators; EC2 itself picks them out, so a region without one costs one call. */
export default awsConnector<Instance>(acceleratedInstance, {
  operations: { list: awsOperations('ec2:DescribeInstances') },
  events: [
    'RunInstances',
    'ModifyInstanceAttribute',
    'ModifyInstanceMetadataOptions',
    'StartInstances',
    'StopInstances',
    'TerminateInstances',
  ],
  list: (services) => instances(services, ACCELERATED),
  identify: ({ InstanceId = '', Tags }, { scope }) => ({
    id: InstanceId && arnIn(scope, 'ec2', `instance/${InstanceId}`),
    name: Tags?.find(({ Key }) => Key === 'Name')?.Value ?? InstanceId,
  }),
  async find(services, id) {
    const filters = [...ACCELERATED, { Name: 'instance-id', Values: [nameInArn(id)] }];
    for await (const found of instances(services, filters)) return found;
    return undefined;
  },
  affected(event, { scope }) {
    const id = asked(event, 'instanceId') ?? asked(instanceIn(event), 'instanceId');
    return id && arnIn(scope, 'ec2', `instance/${id}`);
  },
  relations: ({ IamInstanceProfile, SubnetId, VpcId }) => [
    relation('assumes', isObject(IamInstanceProfile) ? IamInstanceProfile['Arn'] : undefined),
    relation('attached-to', SubnetId),
    relation('attached-to', VpcId),
  ],
});

async function* instances({ ec2 }: AwsServices, Filters: Filter[]): AsyncGenerator<Instance> {
  const reservations = ec2.list('DescribeInstances', { Filters, MaxResults: 1000 }, 'Reservations');
  for await (const { Instances = [] } of reservations) yield* Instances;
}

/** Who starts, stops or ends instances names them in a set; the first of it stands for all until the next scan. */
function instanceIn({ eventName, requestParameters, responseElements }: ChangeEvent): ChangeEvent {
  const set = (responseElements ?? requestParameters)?.['instancesSet'];
  const items = isObject(set) ? set['items'] : undefined;
  const [first] = Array.isArray(items) ? items : [];
  return { eventName, requestParameters: isObject(first) ? first : undefined };
}
