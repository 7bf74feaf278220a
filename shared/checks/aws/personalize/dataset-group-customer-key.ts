import { datasetGroup } from '#shared/assets/aws/personalize.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(datasetGroup, {
  title: 'Personalize dataset groups are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('kmsKeyArn'),
  why: 'What each of your users looked at and bought is under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Create the dataset group again with a customer managed key; the key cannot be changed.',
    cli: 'aws personalize create-dataset-group --name … --kms-key-arn … --role-arn …',
    cloudformation: { KmsKeyArn: 'arn:aws:kms:…:key/…', RoleArn: '…' },
  },
  source: 'DescribeDatasetGroup response, @aws-sdk/client-personalize',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.personalize.dataset-group-no-cmk'] },
  examples: {
    pass: [{ kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' }],
    unknown: [{ kmsKeyArn: 2 }],
  },
});
