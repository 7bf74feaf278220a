import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(guardrail, {
  title: 'Bedrock guardrails are encrypted with a customer managed key',
  severity: 'low',
  fails: field('kmsKeyArn').isEmpty(),
  why: 'Topics, words and patterns say what an organisation is afraid of; with a key of your own you decide who reads them and see it done.',
  fix: {
    console: 'Edit the guardrail and choose a customer managed key under “KMS key selection”.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --kms-key-id …',
    cloudformation: { KmsKeyArn: 'arn:aws:kms:…:key/…' },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: {},
  peers: { union: ['aws.bedrock.guardrail-no-cmk'], cnspec: ['bedrock-guardrail-cmk-encryption'] },
  examples: {
    pass: [{ kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}],
    unknown: [{ kmsKeyArn: 1 }],
  },
});
