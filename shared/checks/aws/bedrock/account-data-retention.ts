import { accountSettings } from '#shared/assets/aws/bedrock-account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountSettings, {
  title: 'Bedrock shows prompts and answers to nobody for review',
  severity: 'medium',
  fails: field('dataRetention.mode').isOneOf('aws_review', 'provider_data_share'),
  why: 'Prompts and answers of the region are kept, and people at AWS or at the publisher of the model may read them: what customers typed leaves your control.',
  fix: {
    console: 'Set the mode to “none” with the CLI, in each region that you use.',
    cli: 'aws bedrock put-account-data-retention --mode none',
    terraform:
      'resource "terraform_data" "…" { provisioner "local-exec" { command = "aws bedrock put-account-data-retention --mode none" } }',
  },
  source: 'GetAccountDataRetention response, @aws-sdk/client-bedrock; DataRetentionMode, AWS SDK for Python',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'], 'iso-42001': ['A.10.3'] },
  peers: { union: ['aws.bedrock.account-data-retention'] },
  examples: {
    pass: [
      { dataRetention: { mode: 'none' } },
      { dataRetention: { mode: 'default' } },
      { dataRetention: { mode: 'inherit' } },
    ],
    fail: [{ dataRetention: { mode: 'provider_data_share' } }, { dataRetention: { mode: 'aws_review' } }],
    unknown: [
      {},
      { dataRetention: { mode: 'for_ever' } },
      {
        dataRetention: {
          $unread: {
            operation: 'bedrock:GetAccountDataRetention',
            outcome: 'denied',
            permission: 'bedrock:GetAccountDataRetention',
          },
        },
      },
    ],
  },
});
