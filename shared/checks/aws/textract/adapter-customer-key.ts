import { adapterVersion } from '#shared/assets/aws/textract.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(adapterVersion, {
  title: 'Textract adapters are trained under a customer managed key',
  severity: 'medium',
  applies: field('Status').isNot('CREATION_ERROR'),
  fails: lacksCustomerKey('KMSKeyId'),
  why: 'Copies of your documents and the adapter trained on them are under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Train a new version of the adapter with a customer managed key.',
    cli: 'aws textract create-adapter-version --adapter-id … --kms-key-id … --dataset-config … --output-config …',
    terraform:
      '# Adapters are no resource of CloudFormation or of the AWS provider: name the key when a version is trained.',
  },
  source: 'GetAdapterVersion response, @aws-sdk/client-textract',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  examples: {
    pass: [{ Status: 'ACTIVE', KMSKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [
      { Status: 'ACTIVE' },
      { Status: 'ACTIVE', KMSKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' },
    ],
    unknown: [{ Status: 'ACTIVE', KMSKeyId: 2 }],
    notApplicable: [{ Status: 'CREATION_ERROR' }],
  },
});
