import * as client from '@aws-sdk/client-ec2';
import type { JsonObject } from '#shared/model/json.ts';
import { listed } from '../handler.ts';
import type { EstateService } from '../services.ts';

const reservation = (InstanceId: string, InstanceType: string, more: JsonObject = {}): JsonObject => ({
  ReservationId: `r-${InstanceId.slice(2)}`,
  OwnerId: '444455556666',
  Instances: [
    {
      InstanceId,
      InstanceType,
      ImageId: 'ami-0123456789abcdef0',
      State: { Code: 16, Name: 'running' },
      SubnetId: 'subnet-0b1c2d3e',
      MetadataOptions: { State: 'applied', HttpEndpoint: 'enabled', HttpTokens: 'required' },
      IamInstanceProfile: { Arn: 'arn:aws:iam::444455556666:instance-profile/gpu' },
      Tags: [
        { Key: 'owner', Value: 'ml-platform' },
        { Key: 'Name', Value: `gpu ${InstanceId}` },
      ],
      ...more,
    },
  ],
});

/** `p*` of a filter over the type of an instance; other filters are of ids. */
const passes = (instance: JsonObject, filters: JsonObject[]): boolean =>
  filters.every(({ Name, Values }) => {
    const key = { 'instance-type': 'InstanceType', 'instance-id': 'InstanceId' }[String(Name)];
    return (
      key === undefined ||
      [Values ?? []].flat().some((value) => {
        const text = String(instance[key]);
        return String(value).endsWith('*') ? text.startsWith(String(value).slice(0, -1)) : text === value;
      })
    );
  });

const instancesOf = ({ Instances }: JsonObject) =>
  (Array.isArray(Instances) ? Instances : []) as JsonObject[];

export default {
  prefix: 'ec2',
  signingName: 'ec2',
  protocol: 'ec2',
  client,
  handlers: {
    DescribeInstances: ({ region, input }) => {
      const filters = (Array.isArray(input['Filters']) ? input['Filters'] : []) as JsonObject[];
      const found = region
        .resources('ec2/reservations')
        .filter((one) => instancesOf(one).some((instance) => passes(instance, filters)));
      return listed('Reservations', found);
    },
  },
  sample: {
    'ec2/reservations': [
      reservation('i-0aaa', 'p5.48xlarge'),
      reservation('i-0bbb', 'g6.xlarge', {
        PublicIpAddress: '203.0.113.10',
        MetadataOptions: { State: 'applied', HttpEndpoint: 'enabled', HttpTokens: 'optional' },
      }),
      reservation('i-0ccc', 'trn2.48xlarge'),
      reservation('i-0ddd', 'm7i.large'),
    ],
  },
} satisfies EstateService;
