import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags, TAGS } from './tags.ts';

const PACKAGE = '@aws-sdk/client-lex-models-v2';

const text = z.string().optional();

export const bot = assetType('aws.lex.bot', {
  title: 'Lex bot',
  placement: 'region',
  nativeType: 'AWS::Lex::Bot',
  shape: { package: PACKAGE, type: 'DescribeBotResponse', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({ roleArn: text, idleSessionTTLInSeconds: z.number().optional() }),
});

export const botAlias = assetType('aws.lex.bot-alias', {
  title: 'Lex bot alias',
  placement: 'region',
  nativeType: 'AWS::Lex::BotAlias',
  shape: {
    package: PACKAGE,
    type: 'DescribeBotAliasResponse',
    parts: { Policy: 'DescribeResourcePolicyResponse.policy', Tags: TAGS },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    conversationLogSettings: z
      .looseObject({
        textLogSettings: z
          .array(
            z.looseObject({
              enabled: z.boolean(),
              destination: z
                .looseObject({ cloudWatch: z.looseObject({ cloudWatchLogGroupArn: text }).optional() })
                .optional(),
            }),
          )
          .optional(),
        audioLogSettings: z
          .array(
            z.looseObject({
              enabled: z.boolean(),
              destination: z
                .looseObject({
                  s3Bucket: z.looseObject({ kmsKeyArn: text, s3BucketArn: text }).optional(),
                })
                .optional(),
            }),
          )
          .optional(),
      })
      .optional(),
    Policy: policyDocument.optional(),
  }),
});
