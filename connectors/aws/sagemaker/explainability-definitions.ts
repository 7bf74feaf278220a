import { explainabilityDefinition } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { definitionRelations, keptApp, type ListedDefinition } from './job-definitions.ts';

export default awsConnector<ListedDefinition>(explainabilityDefinition, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListModelExplainabilityJobDefinitions'),
    read: awsOperations('sagemaker:DescribeModelExplainabilityJobDefinition'),
    parts: { Tags: getResources },
  },
  events: ['CreateModelExplainabilityJobDefinition', 'DeleteModelExplainabilityJobDefinition'],
  withoutEvents: { update: 'a job definition cannot be changed' },
  list: ({ sagemaker }) =>
    sagemaker.list('ListModelExplainabilityJobDefinitions', { MaxResults: 100 }, 'JobDefinitionSummaries'),
  identify: ({ MonitoringJobDefinitionArn = '', MonitoringJobDefinitionName = '' }) => ({
    id: MonitoringJobDefinitionArn,
    name: MonitoringJobDefinitionName,
  }),
  async read(services, { MonitoringJobDefinitionArn: arn, MonitoringJobDefinitionName: JobDefinitionName }) {
    const definition = await services.sagemaker('DescribeModelExplainabilityJobDefinition', {
      JobDefinitionName,
    });
    return {
      ...definition,
      ModelExplainabilityAppSpecification: keptApp(definition.ModelExplainabilityAppSpecification),
      Tags: await services.tagsOf('sagemaker:model-explainability-job-definition', arn),
    };
  },
  find: async (_services, id) => ({
    MonitoringJobDefinitionArn: id,
    MonitoringJobDefinitionName: nameInArn(id),
  }),
  affected: (event, { scope }) =>
    sagemakerArn(scope, 'model-explainability-job-definition', asked(event, 'jobDefinitionName')),
  relations: (config, { scope }) => definitionRelations(config, scope, 'ModelExplainability'),
});
