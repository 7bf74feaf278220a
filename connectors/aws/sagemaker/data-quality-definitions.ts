import { dataQualityDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { definitionRelations, keptApp, type ListedDefinition } from './job-definitions.ts';

export default awsConnector<ListedDefinition>(dataQualityDefinition, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListDataQualityJobDefinitions'),
    read: awsOperations('sagemaker:DescribeDataQualityJobDefinition'),
    parts: { Tags: getResources },
  },
  events: ['CreateDataQualityJobDefinition', 'DeleteDataQualityJobDefinition'],
  withoutEvents: { update: 'a job definition cannot be changed' },
  list: ({ sagemaker }) =>
    sagemaker.list('ListDataQualityJobDefinitions', { MaxResults: 100 }, 'JobDefinitionSummaries'),
  identify: ({ MonitoringJobDefinitionArn = '', MonitoringJobDefinitionName = '' }) => ({
    id: MonitoringJobDefinitionArn,
    name: MonitoringJobDefinitionName,
  }),
  async read(services, { MonitoringJobDefinitionArn: arn, MonitoringJobDefinitionName: JobDefinitionName }) {
    const definition = await services.sagemaker('DescribeDataQualityJobDefinition', { JobDefinitionName });
    return {
      ...definition,
      DataQualityAppSpecification: keptApp(definition.DataQualityAppSpecification),
      Tags: await services.tagsOf('sagemaker:data-quality-job-definition', arn),
    };
  },
  find: async (_services, id) => ({
    MonitoringJobDefinitionArn: id,
    MonitoringJobDefinitionName: nameInArn(id),
  }),
  affected: (event, { scope }) =>
    sagemakerArn(scope, 'data-quality-job-definition', asked(event, 'jobDefinitionName')),
  relations: (config, { scope }) => definitionRelations(config, scope, 'DataQuality'),
});
