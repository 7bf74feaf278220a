import type { ModelCardSummary } from '@aws-sdk/client-sagemaker';
import { modelCard } from '#shared/assets/aws/sagemaker-platform.ts';
import { sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

/** Which cards there are, and how far they are: what stands in one is not read. */
export default awsConnector<ModelCardSummary>(modelCard, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListModelCards'),
    parts: { Tags: getResources },
  },
  events: ['CreateModelCard', 'UpdateModelCard', 'DeleteModelCard'],
  list: ({ sagemaker }) => sagemaker.list('ListModelCards', { MaxResults: 100 }, 'ModelCardSummaries'),
  identify: ({ ModelCardArn = '', ModelCardName = '' }) => ({ id: ModelCardArn, name: ModelCardName }),
  read: async (services, summary) => ({
    ...summary,
    Tags: await services.tagsOf('sagemaker:model-card', summary.ModelCardArn),
  }),
  async find({ sagemaker }, id) {
    // ARNs hold names in lower case, so no name can be asked for.
    const cards = sagemaker.list('ListModelCards', { MaxResults: 100 }, 'ModelCardSummaries');
    for await (const found of cards) if (found.ModelCardArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'modelCardArn') ?? sagemakerArn(scope, 'model-card', asked(event, 'modelCardName')),
});
