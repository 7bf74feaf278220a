import type { BotSummary } from '@aws-sdk/client-lex-models-v2';
import { bot } from '#shared/assets/aws/lex.ts';
import { relation } from '../../connector.ts';
import { arnIn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<BotSummary, 'botId' | 'botName'>>(bot, {
  rare: true,
  operations: {
    list: awsOperations('lexv2-models:ListBots'),
    read: awsOperations('lexv2-models:DescribeBot'),
    parts: { Tags: getResources },
  },
  events: ['CreateBot', 'UpdateBot', 'DeleteBot'],
  list: ({ lex }) => lex.list('ListBots', { maxResults: 1000 }, 'botSummaries'),
  identify: ({ botId = '', botName = '' }, { scope }) => ({
    id: botId && arnIn(scope, 'lex', `bot/${botId}`),
    name: botName,
  }),
  async read(services, { botId }, { scope }) {
    return {
      ...(await services.lex('DescribeBot', { botId })),
      Tags: await services.tagsOf('lex:bot', arnIn(scope, 'lex', `bot/${botId}`)),
    };
  },
  async find({ lex }, id) {
    const { botId, botName } = await lex('DescribeBot', { botId: nameInArn(id) });
    return { botId, botName };
  },
  affected: (event, { scope }) => {
    const id = asked(event, 'botId') ?? answered(event, 'botId');
    return id && arnIn(scope, 'lex', `bot/${id}`);
  },
  relations: ({ roleArn }) => [relation('assumes', roleArn)],
});
