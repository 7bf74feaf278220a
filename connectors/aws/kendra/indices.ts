import type { IndexConfigurationSummary } from '@aws-sdk/client-kendra';
import { index } from '#shared/assets/aws/kendra.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<IndexConfigurationSummary, 'Id' | 'Name'>>(index, {
  rare: true,
  operations: {
    list: awsOperations('kendra:ListIndices'),
    read: awsOperations('kendra:DescribeIndex'),
    parts: { Tags: getResources },
  },
  events: ['CreateIndex', 'UpdateIndex', 'DeleteIndex'],
  list: ({ kendra }) => kendra.list('ListIndices', { MaxResults: 100 }, 'IndexConfigurationSummaryItems'),
  identify: ({ Id = '', Name = '' }, { scope }) => ({
    id: Id && arnIn(scope, 'kendra', `index/${Id}`),
    name: Name || Id,
  }),
  async read(services, { Id }, { scope }) {
    return {
      ...(await services.kendra('DescribeIndex', { Id })),
      Tags: await services.tagsOf('kendra:index', arnIn(scope, 'kendra', `index/${Id}`)),
    };
  },
  async find({ kendra }, id) {
    const { Id, Name } = await kendra('DescribeIndex', { Id: nameInArn(id) });
    return { Id, Name };
  },
  affected: (event, { scope }) => {
    const id = asked(event, 'id') ?? answered(event, 'id');
    return id && arnIn(scope, 'kendra', `index/${id}`);
  },
  relations: ({ RoleArn, ServerSideEncryptionConfiguration: encryption }, { scope }) => [
    relation('assumes', RoleArn),
    relation('encrypted-by', kmsKeyArn(scope, isObject(encryption) ? encryption['KmsKeyId'] : undefined)),
  ],
});
