import type { DatasetSummary } from '@aws-sdk/client-lookoutequipment';
import { dataset } from '#shared/assets/aws/lookoutequipment.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, parseArn } from '../arn.ts';
import { answered } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<DatasetSummary, 'DatasetArn' | 'DatasetName'>>(dataset, {
  rare: true,
  operations: {
    list: awsOperations('lookoutequipment:ListDatasets'),
    read: awsOperations('lookoutequipment:DescribeDataset'),
    parts: { Tags: getResources },
  },
  events: ['CreateDataset', 'ImportDataset'],
  withoutEvents: {
    update: 'a dataset cannot be changed',
    delete: 'DeleteDataset names the dataset, whose ARN ends in an id of its own',
  },
  list: ({ lookoutEquipment }) =>
    lookoutEquipment.list('ListDatasets', { MaxResults: 500 }, 'DatasetSummaries'),
  identify: ({ DatasetArn = '', DatasetName = '' }) => ({ id: DatasetArn, name: DatasetName }),
  async read(services, { DatasetName, DatasetArn }) {
    const described = await services.lookoutEquipment('DescribeDataset', { DatasetName });
    // The schema is a document of any size and decides nothing here: it is not kept.
    return {
      ...described,
      Schema: undefined,
      Tags: await services.tagsOf('lookoutequipment:dataset', DatasetArn),
    };
  },
  find: async (_services, id) => ({
    DatasetArn: id,
    DatasetName: parseArn(id)?.resource.split('/')[1],
  }),
  affected: (event) => answered(event, 'datasetArn'),
  relations: ({ RoleArn, ServerSideKmsKeyId, SourceDatasetArn }, { scope }) => [
    relation('assumes', RoleArn),
    relation('encrypted-by', kmsKeyArn(scope, ServerSideKmsKeyId)),
    relation('derived-from', SourceDatasetArn),
  ],
});
