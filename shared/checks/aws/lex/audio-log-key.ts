import { botAlias } from '#shared/assets/aws/lex.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(botAlias, {
  title: 'Recorded calls of Lex bots are encrypted with a customer managed key',
  severity: 'medium',
  applies: some('conversationLogSettings.audioLogSettings', field('enabled').is(true), {
    absentIsEmpty: 'ConversationLogSettings: the settings for logging audio are optional',
  }),
  fails: some(
    'conversationLogSettings.audioLogSettings',
    all(field('enabled').is(true), lacksCustomerKey('destination.s3Bucket.kmsKeyArn')),
  ),
  why: 'The recordings hold voices and whatever callers say, card numbers among it: without a key of yours, reading the bucket is enough to hear them.',
  fix: {
    console: 'Edit the alias: under “Conversation logs” choose a KMS key for audio logs.',
    cli: 'aws lexv2-models update-bot-alias --bot-id … --bot-alias-id … --bot-alias-name … --conversation-log-settings …',
    cloudformation: {
      ConversationLogSettings: {
        AudioLogSettings: [
          {
            Enabled: true,
            Destination: { S3Bucket: { S3BucketArn: '…', LogPrefix: '…', KmsKeyArn: 'arn:aws:kms:…:key/…' } },
          },
        ],
      },
    },
  },
  source: 'DescribeBotAlias response, @aws-sdk/client-lex-models-v2',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.lex.audio-log-no-kms'], cloudsploit: ['lexAudioLogsEncrypted'] },
  examples: {
    pass: [
      {
        conversationLogSettings: {
          audioLogSettings: [
            {
              enabled: true,
              destination: { s3Bucket: { kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' } },
            },
          ],
        },
      },
    ],
    fail: [
      { conversationLogSettings: { audioLogSettings: [{ enabled: true, destination: { s3Bucket: {} } }] } },
      {
        conversationLogSettings: {
          audioLogSettings: [
            {
              enabled: true,
              destination: { s3Bucket: { kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' } },
            },
          ],
        },
      },
    ],
    unknown: [
      {
        conversationLogSettings: {
          audioLogSettings: [{ enabled: true, destination: { s3Bucket: { kmsKeyArn: 2 } } }],
        },
      },
    ],
    notApplicable: [
      {},
      { conversationLogSettings: { audioLogSettings: [{ enabled: false, destination: { s3Bucket: {} } }] } },
    ],
  },
});
