import type { PromptRouterSummary } from '@aws-sdk/client-bedrock';
import { promptRouter } from '#shared/assets/aws/bedrock-models.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

/** The routers that the account made; AWS’s own are the same in every account. */
export default awsConnector<Partial<PromptRouterSummary>>(promptRouter, {
  rare: true,
  operations: {
    list: awsOperations('bedrock:ListPromptRouters'),
    parts: { Tags: getResources },
    find: awsOperations('bedrock:GetPromptRouter'),
  },
  events: ['CreatePromptRouter', 'DeletePromptRouter'],
  withoutEvents: { update: 'a prompt router cannot be changed' },
  list: ({ bedrock }) =>
    bedrock.list('ListPromptRouters', { type: 'custom', maxResults: 100 }, 'promptRouterSummaries'),
  identify: ({ promptRouterArn = '', promptRouterName = '' }) => ({
    id: promptRouterArn,
    name: promptRouterName,
  }),
  read: async (services, summary) => ({
    ...summary,
    Tags: await services.tagsOf('bedrock:prompt-router', summary.promptRouterArn),
  }),
  find: ({ bedrock }, id) => bedrock('GetPromptRouter', { promptRouterArn: id }),
  affected: (event) => asked(event, 'promptRouterArn') ?? answered(event, 'promptRouterArn'),
  relations: ({ models, fallbackModel }) =>
    [...(Array.isArray(models) ? models : []), fallbackModel].map((model) =>
      isObject(model) ? relation('calls', model['modelArn']) : undefined,
    ),
});
