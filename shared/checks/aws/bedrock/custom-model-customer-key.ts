import { customModel } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(customModel, {
  title: 'Bedrock custom models are encrypted with a customer managed key',
  severity: 'high',
  fails: field('modelKmsKeyArn').isEmpty(),
  why: 'A fine-tuned model remembers what it was tuned on; with a key of your own you decide who can use and copy it, and can end it.',
  fix: {
    console:
      'Customise the model again and choose a customer managed key under “Model encryption”; the key of a model cannot be changed.',
    cli: 'aws bedrock create-model-customization-job --custom-model-kms-key-id … …',
    cloudformation: { CustomModelKmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source: 'GetCustomModel response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0048.004'] },
  peers: {
    union: ['aws.bedrock.custom-model-no-cmk'],
    prowler: ['bedrock_custom_model_encrypted_with_cmk'],
    cloudsploit: ['customModelEncryptionEnabled'],
    'aws-samples': ['BR-11', 'BR-17'],
    cnspec: ['bedrock custom model CMK'],
  },
  examples: {
    pass: [{ modelKmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}],
    unknown: [{ modelKmsKeyArn: 3 }],
  },
});
