import { modelQualityDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { definitionRelations, keptApp, type ListedDefinition } from './job-definitions.ts';

export default awsConnector<ListedDefinition>(modelQualityDefinition, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListModelQualityJobDefinitions'),
    read: awsOperations('sagemaker:DescribeModelQualityJobDefinition'),
    parts: { Tags: getResources },
  },
  events: ['CreateModelQualityJobDefinition', 'DeleteModelQualityJobDefinition'],
  withoutEvents: { update: 'a job definition cannot be changed' },
  list: ({ sagemaker }) =>
    sagemaker.list('ListModelQualityJobDefinitions', { MaxResults: 100 }, 'JobDefinitionSummaries'),
  identify: ({ MonitoringJobDefinitionArn = '', MonitoringJobDefinitionName = '' }) => ({
    id: MonitoringJobDefinitionArn,
    name: MonitoringJobDefinitionName,
  }),
  async read(services, { MonitoringJobDefinitionArn: arn, MonitoringJobDefinitionName: JobDefinitionName }) {
    const definition = await services.sagemaker('DescribeModelQualityJobDefinition', { JobDefinitionName });
    return {
      ...definition,
      ModelQualityAppSpecification: keptApp(definition.ModelQualityAppSpecification),
      Tags: await services.tagsOf('sagemaker:model-quality-job-definition', arn),
    };
  },
  find: async (_services, id) => ({
    MonitoringJobDefinitionArn: id,
    MonitoringJobDefinitionName: nameInArn(id),
  }),
  affected: (event, { scope }) =>
    sagemakerArn(scope, 'model-quality-job-definition', asked(event, 'jobDefinitionName')),
  relations: (config, { scope }) => definitionRelations(config, scope, 'ModelQuality'),
});
