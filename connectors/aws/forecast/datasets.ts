import type { DatasetSummary } from '@aws-sdk/client-forecast';
import { dataset } from '#shared/assets/aws/forecast.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<DatasetSummary, 'DatasetArn'>>(dataset, {
  rare: true,
  operations: {
    list: awsOperations('forecast:ListDatasets'),
    read: awsOperations('forecast:DescribeDataset'),
    parts: { Tags: getResources },
  },
  events: ['CreateDataset', 'DeleteDataset'],
  withoutEvents: { update: 'a dataset cannot be changed' },
  list: ({ forecast }) => forecast.list('ListDatasets', { MaxResults: 100 }, 'Datasets'),
  identify: ({ DatasetArn = '' }) => ({ id: DatasetArn, name: nameInArn(DatasetArn) }),
  read: async (services, { DatasetArn }) => ({
    ...(await services.forecast('DescribeDataset', { DatasetArn })),
    Tags: await services.tagsOf('forecast:dataset', DatasetArn),
  }),
  find: async (_services, id) => ({ DatasetArn: id }),
  affected: (event) => asked(event, 'datasetArn') ?? answered(event, 'datasetArn'),
  relations: ({ EncryptionConfig: encryption }) =>
    isObject(encryption)
      ? [relation('assumes', encryption['RoleArn']), relation('encrypted-by', encryption['KMSKeyArn'])]
      : [],
});
