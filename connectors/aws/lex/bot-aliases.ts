import { botAlias } from '#shared/assets/aws/lex.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, kmsKeyArn, parseArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

interface NamedAlias {
  readonly botId: string;
  readonly botAliasId: string;
  readonly botAliasName: string;
}

export default awsConnector<NamedAlias>(botAlias, {
  rare: true,
  operations: {
    list: awsOperations('lexv2-models:ListBots', 'lexv2-models:ListBotAliases'),
    read: awsOperations('lexv2-models:DescribeBotAlias'),
    parts: { Policy: awsOperation('lexv2-models:DescribeResourcePolicy'), Tags: getResources },
  },
  events: [
    'CreateBotAlias',
    'UpdateBotAlias',
    'DeleteBotAlias',
    'CreateResourcePolicy',
    'CreateResourcePolicyStatement',
    'UpdateResourcePolicy',
    'DeleteResourcePolicy',
    'DeleteResourcePolicyStatement',
  ],
  async *list({ lex }) {
    for await (const { botId = '' } of lex.list('ListBots', { maxResults: 1000 }, 'botSummaries'))
      for await (const { botAliasId = '', botAliasName = '' } of lex.list(
        'ListBotAliases',
        { botId, maxResults: 1000 },
        'botAliasSummaries',
      ))
        yield { botId, botAliasId, botAliasName };
  },
  identify: ({ botId, botAliasId, botAliasName }, { scope }) => ({
    id: arnIn(scope, 'lex', `bot-alias/${botId}/${botAliasId}`),
    name: botAliasName,
  }),
  async read(services, { botId, botAliasId }, { scope }) {
    const resourceArn = arnIn(scope, 'lex', `bot-alias/${botId}/${botAliasId}`);
    const [described, Policy] = await Promise.all([
      services.lex('DescribeBotAlias', { botId, botAliasId }),
      services.lex.part('DescribeResourcePolicy', { resourceArn }, ({ policy }) => decodedJson(policy)),
    ]);
    return { ...described, Policy, Tags: await services.tagsOf('lex:bot-alias', resourceArn) };
  },
  async find({ lex }, id) {
    const [, botId = '', botAliasId = ''] = parseArn(id)?.resource.split('/') ?? [];
    const { botAliasName = '' } = await lex('DescribeBotAlias', { botId, botAliasId });
    return { botId, botAliasId, botAliasName };
  },
  affected: (event, { scope }) => {
    const ofPolicy = asked(event, 'resourceArn');
    if (ofPolicy) return ofPolicy.includes(':bot-alias/') ? ofPolicy : undefined;
    const botId = asked(event, 'botId');
    const aliasId = asked(event, 'botAliasId') ?? answered(event, 'botAliasId');
    return botId && aliasId && arnIn(scope, 'lex', `bot-alias/${botId}/${aliasId}`);
  },
  relations: ({ botId, conversationLogSettings: logs }, { scope }) => [
    relation('attached-to', typeof botId === 'string' ? arnIn(scope, 'lex', `bot/${botId}`) : undefined),
    ...destinationsOf(logs, 'audioLogSettings', 's3Bucket').flatMap(({ s3BucketArn, kmsKeyArn: key }) => [
      relation('logs-to', s3BucketArn),
      relation('encrypted-by', kmsKeyArn(scope, key)),
    ]),
    ...destinationsOf(logs, 'textLogSettings', 'cloudWatch').map(({ cloudWatchLogGroupArn }) =>
      relation('logs-to', cloudWatchLogGroupArn),
    ),
  ],
});

function destinationsOf(logs: Json | undefined, list: string, kind: string) {
  const settings = isObject(logs) ? logs[list] : undefined;
  return (Array.isArray(settings) ? settings : []).flatMap((setting) => {
    if (!isObject(setting) || setting['enabled'] !== true) return [];
    const destination = isObject(setting['destination']) ? setting['destination'][kind] : undefined;
    return isObject(destination) ? [destination] : [];
  });
}
