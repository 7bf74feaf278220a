import { dataset } from '#shared/assets/aws/lookoutequipment.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(dataset, {
  title: 'Lookout for Equipment datasets are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('ServerSideKmsKeyId'),
  why: 'Readings of your machines lie in the service under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Create the dataset again with a customer managed key; the key cannot be changed.',
    cli: 'aws lookoutequipment create-dataset --dataset-name … --server-side-kms-key-id …',
    terraform: '# Datasets are no resource of CloudFormation or of the AWS provider: create them by the CLI.',
  },
  source: 'DescribeDataset response, @aws-sdk/client-lookoutequipment',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.lookoutequipment.dataset-no-cmk'], cloudsploit: ['equipmentdatasetEncrypted'] },
  examples: {
    pass: [{ ServerSideKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { ServerSideKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' }],
    unknown: [{ ServerSideKmsKeyId: 2 }],
  },
});
