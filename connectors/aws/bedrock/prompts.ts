import type { PromptSummary } from '@aws-sdk/client-bedrock-agent';
import { prompt } from '#shared/assets/aws/bedrock-agent.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { bedrockArn } from './arns.ts';
import { listedModels, listFoundationModels } from './listed-models.ts';

export default awsConnector<Pick<PromptSummary, 'arn' | 'id' | 'name'>>(prompt, {
  operations: {
    list: awsOperations('bedrock-agent:ListPrompts'),
    read: awsOperations('bedrock-agent:GetPrompt'),
    parts: { foundationModels: listFoundationModels, Tags: getResources },
  },
  events: ['CreatePrompt', 'UpdatePrompt', 'DeletePrompt'],
  list: ({ bedrockAgent }) => bedrockAgent.list('ListPrompts', { maxResults: 1000 }, 'promptSummaries'),
  identify: ({ arn = '', name = '' }) => ({ id: arn, name }),
  async read(services, { id }) {
    const {
      $metadata,
      variants = [],
      ...described
    } = await services.bedrockAgent('GetPrompt', {
      promptIdentifier: id,
    });
    return {
      ...described,
      // What a variant says to the model is the owner's text.
      variants: variants.map(({ name, templateType, modelId }) => ({ name, templateType, modelId })),
      foundationModels: await listedModels(
        services,
        variants.map(({ modelId }) => modelId),
      ),
      Tags: await services.tagsOf('bedrock:prompt', described.arn),
    };
  },
  async find({ bedrockAgent }, arn) {
    const { id, name } = await bedrockAgent('GetPrompt', { promptIdentifier: nameInArn(arn) });
    return { arn, id, name };
  },
  affected: (event, { scope }) =>
    bedrockArn(scope, 'prompt', asked(event, 'promptIdentifier') ?? answered(event, 'arn')),
  relations: ({ customerEncryptionKeyArn }, { scope }) => [
    relation('encrypted-by', kmsKeyArn(scope, customerEncryptionKeyArn)),
  ],
});
