import { modelBiasDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { definitionRelations, keptApp, type ListedDefinition } from './job-definitions.ts';

export default awsConnector<ListedDefinition>(modelBiasDefinition, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListModelBiasJobDefinitions'),
    read: awsOperations('sagemaker:DescribeModelBiasJobDefinition'),
    parts: { Tags: getResources },
  },
  events: ['CreateModelBiasJobDefinition', 'DeleteModelBiasJobDefinition'],
  withoutEvents: { update: 'a job definition cannot be changed' },
  list: ({ sagemaker }) =>
    sagemaker.list('ListModelBiasJobDefinitions', { MaxResults: 100 }, 'JobDefinitionSummaries'),
  identify: ({ MonitoringJobDefinitionArn = '', MonitoringJobDefinitionName = '' }) => ({
    id: MonitoringJobDefinitionArn,
    name: MonitoringJobDefinitionName,
  }),
  async read(services, { MonitoringJobDefinitionArn: arn, MonitoringJobDefinitionName: JobDefinitionName }) {
    const definition = await services.sagemaker('DescribeModelBiasJobDefinition', { JobDefinitionName });
    return {
      ...definition,
      ModelBiasAppSpecification: keptApp(definition.ModelBiasAppSpecification),
      Tags: await services.tagsOf('sagemaker:model-bias-job-definition', arn),
    };
  },
  find: async (_services, id) => ({
    MonitoringJobDefinitionArn: id,
    MonitoringJobDefinitionName: nameInArn(id),
  }),
  affected: (event, { scope }) =>
    sagemakerArn(scope, 'model-bias-job-definition', asked(event, 'jobDefinitionName')),
  relations: (config, { scope }) => definitionRelations(config, scope, 'ModelBias'),
});
