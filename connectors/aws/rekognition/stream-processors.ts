import type { StreamProcessor } from '@aws-sdk/client-rekognition';
import { streamProcessor } from '#shared/assets/aws/rekognition.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, bucketArn, kmsKeyArn, nameInArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<StreamProcessor, 'Name'>>(streamProcessor, {
  rare: true,
  operations: {
    list: awsOperations('rekognition:ListStreamProcessors'),
    read: awsOperations('rekognition:DescribeStreamProcessor'),
    parts: { Tags: getResources },
  },
  events: [
    'CreateStreamProcessor',
    'UpdateStreamProcessor',
    'StartStreamProcessor',
    'StopStreamProcessor',
    'DeleteStreamProcessor',
  ],
  list: ({ rekognition }) =>
    rekognition.list('ListStreamProcessors', { MaxResults: 1000 }, 'StreamProcessors'),
  identify: ({ Name = '' }, { scope }) => ({
    id: Name && arnIn(scope, 'rekognition', `streamprocessor/${Name}`),
    name: Name,
  }),
  async read(services, { Name }, { scope }) {
    return {
      ...(await services.rekognition('DescribeStreamProcessor', { Name })),
      Tags: await services.tagsOf(
        'rekognition:streamprocessor',
        arnIn(scope, 'rekognition', `streamprocessor/${Name}`),
      ),
    };
  },
  find: async (_services, id) => ({ Name: nameInArn(id) }),
  affected: (event, { scope }) => {
    const name = asked(event, 'name');
    return name && arnIn(scope, 'rekognition', `streamprocessor/${name}`);
  },
  relations: ({ RoleArn, KmsKeyId, Input, Output }, { scope }) => [
    relation('assumes', RoleArn),
    relation('encrypted-by', kmsKeyArn(scope, KmsKeyId)),
    relation('reads-from', textIn(Input, 'KinesisVideoStream', 'Arn')),
    relation('writes-to', textIn(Output, 'KinesisDataStream', 'Arn')),
    relation('writes-to', bucketOf(textIn(Output, 'S3Destination', 'Bucket'), scope.region)),
  ],
});

function textIn(value: unknown, first: string, second: string): string | undefined {
  const inner = isObject(value) ? value[first] : undefined;
  const text = isObject(inner) ? inner[second] : undefined;
  return typeof text === 'string' ? text : undefined;
}

const bucketOf = (name: string | undefined, region: string): string | undefined =>
  name && bucketArn(name, region);
