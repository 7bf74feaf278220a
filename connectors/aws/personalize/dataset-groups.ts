import type { DatasetGroupSummary } from '@aws-sdk/client-personalize';
import { datasetGroup } from '#shared/assets/aws/personalize.ts';
import { relation } from '../../connector.ts';
import { nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<DatasetGroupSummary, 'datasetGroupArn'>>(datasetGroup, {
  rare: true,
  operations: {
    list: awsOperations('personalize:ListDatasetGroups'),
    read: awsOperations('personalize:DescribeDatasetGroup'),
    parts: { Tags: getResources },
  },
  events: ['CreateDatasetGroup', 'DeleteDatasetGroup'],
  withoutEvents: { update: 'a dataset group cannot be changed' },
  list: ({ personalize }) => personalize.list('ListDatasetGroups', { maxResults: 100 }, 'datasetGroups'),
  identify: ({ datasetGroupArn = '' }) => ({ id: datasetGroupArn, name: nameInArn(datasetGroupArn) }),
  async read(services, { datasetGroupArn }) {
    const { datasetGroup: described } = await services.personalize('DescribeDatasetGroup', {
      datasetGroupArn,
    });
    return { ...described, Tags: await services.tagsOf('personalize:dataset-group', datasetGroupArn) };
  },
  find: async (_services, id) => ({ datasetGroupArn: id }),
  affected: (event) => asked(event, 'datasetGroupArn') ?? answered(event, 'datasetGroupArn'),
  relations: ({ roleArn, kmsKeyArn }) => [relation('assumes', roleArn), relation('encrypted-by', kmsKeyArn)],
});
