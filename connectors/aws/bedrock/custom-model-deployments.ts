import type { CustomModelDeploymentSummary } from '@aws-sdk/client-bedrock';
import { customModelDeployment } from '#shared/assets/aws/bedrock-models.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { bedrockArn } from './arns.ts';

/** Custom models that can be called on demand. */
export default awsConnector<Partial<CustomModelDeploymentSummary>>(customModelDeployment, {
  rare: true,
  operations: {
    list: awsOperations('bedrock:ListCustomModelDeployments'),
    parts: { Tags: getResources },
    find: awsOperations('bedrock:GetCustomModelDeployment'),
  },
  events: ['CreateCustomModelDeployment', 'UpdateCustomModelDeployment', 'DeleteCustomModelDeployment'],
  list: ({ bedrock }) =>
    bedrock.list('ListCustomModelDeployments', { maxResults: 1000 }, 'modelDeploymentSummaries'),
  identify: ({ customModelDeploymentArn = '', customModelDeploymentName = '' }) => ({
    id: customModelDeploymentArn,
    name: customModelDeploymentName,
  }),
  read: async (services, summary) => ({
    ...summary,
    failureMessage: undefined,
    Tags: await services.tagsOf('bedrock:custom-model-deployment', summary.customModelDeploymentArn),
  }),
  async find({ bedrock }, id) {
    const { modelDeploymentName, customModelDeploymentArn, modelArn, createdAt, status, lastUpdatedAt } =
      await bedrock('GetCustomModelDeployment', { customModelDeploymentIdentifier: id });
    return {
      customModelDeploymentArn,
      customModelDeploymentName: modelDeploymentName,
      modelArn,
      createdAt,
      status,
      lastUpdatedAt,
    };
  },
  affected: (event, { scope }) =>
    answered(event, 'customModelDeploymentArn') ??
    bedrockArn(scope, 'custom-model-deployment', asked(event, 'customModelDeploymentIdentifier')),
  relations: ({ modelArn }) => [relation('derived-from', modelArn)],
});
