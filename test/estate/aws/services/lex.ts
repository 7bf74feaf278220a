import * as client from '@aws-sdk/client-lex-models-v2';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const TOKEN = ['nextToken', 'nextToken'] as const;
const ARN = 'arn:aws:lex:eu-west-1:444455556666';
const THEN = 1_763_600_000;
const tags = { owner: 'contact-centre' };

const bot = (botId: string, idleSessionTTLInSeconds: number): JsonObject => ({
  botId,
  botArn: `${ARN}:bot/${botId}`,
  botName: `desk-${botId}`,
  botStatus: 'Available',
  botType: 'Bot',
  roleArn: 'arn:aws:iam::444455556666:role/lex',
  dataPrivacy: { childDirected: false },
  idleSessionTTLInSeconds,
  creationDateTime: THEN,
  lastUpdatedDateTime: THEN,
  tags,
});

const audio = (more: JsonObject = {}): JsonObject => ({
  audioLogSettings: [
    {
      enabled: true,
      destination: {
        s3Bucket: { s3BucketArn: 'arn:aws:s3:::sample-captured', logPrefix: 'calls', ...more },
      },
    },
  ],
});

const alias = (botId: string, botAliasId: string, more: JsonObject = {}): JsonObject => ({
  botId,
  botAliasId,
  aliasArn: `${ARN}:bot-alias/${botId}/${botAliasId}`,
  botAliasName: `alias-${botAliasId}`,
  botAliasStatus: 'Available',
  botVersion: '1',
  creationDateTime: THEN,
  lastUpdatedDateTime: THEN,
  tags,
  ...more,
});

const policy = (resource: string, principal: string): JsonObject => ({
  resourceArn: `${ARN}:${resource}`,
  revisionId: '1',
  policy: JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'callers',
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: 'lex:RecognizeText',
        Resource: `${ARN}:${resource}`,
      },
    ],
  }),
});

export default {
  prefix: 'lexv2-models',
  signingName: 'lex',
  protocol: 'rest-json',
  client,
  handlers: {
    ListBots: lists('lex bots', 'botSummaries', { token: TOKEN }),
    DescribeBot: gets('lex bots', { botId: 'botId' }),
    ListBotAliases: lists('lex aliases', 'botAliasSummaries', {
      token: TOKEN,
      where: (element, input) => element['botId'] === input['botId'],
    }),
    DescribeBotAlias: gets('lex aliases', { botId: 'botId', botAliasId: 'botAliasId' }),
    DescribeResourcePolicy: gets('lex policies', { resourceArn: 'resourceArn' }),
  },
  sample: {
    'lex bots': [bot('B0T0000001', 300), bot('B0T0000002', 86_400), bot('B0T0000003', 300)],
    'lex aliases': [
      alias('B0T0000001', 'AL1AS00001', {
        conversationLogSettings: audio({ kmsKeyArn: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e' }),
      }),
      alias('B0T0000001', 'AL1AS00002', { conversationLogSettings: audio() }),
      alias('B0T0000002', 'AL1AS00003', {
        conversationLogSettings: {
          textLogSettings: [
            {
              enabled: true,
              destination: {
                cloudWatch: {
                  cloudWatchLogGroupArn: 'arn:aws:logs:eu-west-1:444455556666:log-group:/lex/desk',
                  logPrefix: 'desk',
                },
              },
            },
          ],
        },
      }),
    ],
    'lex policies': [
      policy('bot-alias/B0T0000001/AL1AS00001', 'arn:aws:iam::444455556666:role/app'),
      policy('bot-alias/B0T0000002/AL1AS00003', '*'),
    ],
  },
} satisfies EstateService;
