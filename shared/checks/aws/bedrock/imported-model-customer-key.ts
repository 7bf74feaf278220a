import { importedModel } from '#shared/assets/aws/bedrock-models.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(importedModel, {
  title: 'Models imported into Bedrock are encrypted with a customer managed key',
  severity: 'high',
  fails: lacksCustomerKey('modelKmsKeyArn'),
  why: 'Weights that you brought are yours alone; under a key of AWS you can neither say who may use them nor take them back.',
  fix: {
    console:
      'Import the model again and choose a customer managed key under “Encryption”; the key of a model cannot be changed.',
    cli: 'aws bedrock create-model-import-job --imported-model-kms-key-id … …',
    terraform:
      'resource "terraform_data" "…" { provisioner "local-exec" { command = "aws bedrock create-model-import-job --imported-model-kms-key-id … …" } }',
  },
  source: 'GetImportedModel response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0048.004'] },
  peers: {
    union: ['aws.bedrock.imported-model-no-cmk'],
    prowler: ['bedrock_imported_model_encrypted_with_cmk'],
    'aws-samples': ['BR-30'],
  },
  examples: {
    pass: [{ modelKmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}],
    unknown: [{ modelKmsKeyArn: 3 }],
  },
});
