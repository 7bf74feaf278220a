import { languageModel } from '#shared/assets/aws/transcribe.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(languageModel, {
  title: 'Transcribe custom language models are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('EncryptionConfiguration.KMSKey'),
  why: 'The model holds the words of the texts that it was trained on, under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Train the model again with a customer managed key.',
    cli: 'aws transcribe create-language-model --encryption-configuration KMSKey=… …',
    terraform:
      '# Language models are no resource of CloudFormation; with Terraform’s aws_transcribe_language_model set the key by the CLI.',
  },
  source: 'ListLanguageModels response, @aws-sdk/client-transcribe',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  examples: {
    pass: [{ EncryptionConfiguration: { KMSKey: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' } }],
    fail: [{}, { EncryptionConfiguration: { KMSKey: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' } }],
    unknown: [{ EncryptionConfiguration: { KMSKey: 2 } }],
  },
});
