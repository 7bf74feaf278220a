import type { MLTransform } from '@aws-sdk/client-glue';
import { mlTransform } from '#shared/assets/aws/glue.ts';
import { isObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { arnIn, kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { firstOf } from '../window.ts';

const transformArn = (scope: Scope, id = ''): string => arnIn(scope, 'glue', `mlTransform/${id}`);

const all = ({ glue }: AwsServices) => glue.list('GetMLTransforms', { MaxResults: 1000 }, 'Transforms');

export default awsConnector<MLTransform>(mlTransform, {
  rare: true,
  operations: { list: awsOperations('glue:GetMLTransforms'), parts: { Tags: getResources } },
  events: ['CreateMLTransform', 'UpdateMLTransform', 'DeleteMLTransform'],
  list: (services) => all(services),
  identify: ({ TransformId = '', Name = '' }, { scope }) => ({
    id: TransformId && transformArn(scope, TransformId),
    name: Name,
  }),
  read: async (services, summary, { scope }) => ({
    ...summary,
    Tags: await services.tagsOf('glue:mlTransform', transformArn(scope, summary.TransformId)),
  }),
  find: (services, id) => firstOf(all(services), ({ TransformId }) => TransformId === nameInArn(id)),
  affected: (event, { scope }) => {
    const id = asked(event, 'transformId') ?? answered(event, 'transformId');
    return id && transformArn(scope, id);
  },
  relations: ({ Role, TransformEncryption }, { scope }) => {
    const encryption = isObject(TransformEncryption)
      ? TransformEncryption['MlUserDataEncryption']
      : undefined;
    return [
      relation('assumes', typeof Role === 'string' && Role.startsWith('arn:') ? Role : undefined),
      relation('encrypted-by', kmsKeyArn(scope, isObject(encryption) ? encryption['KmsKeyId'] : undefined)),
    ];
  },
});
