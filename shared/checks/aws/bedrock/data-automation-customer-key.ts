import { dataAutomationProject } from '#shared/assets/aws/bedrock-data-automation.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(dataAutomationProject, {
  title: 'Bedrock Data Automation projects are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('kmsKeyId'),
  why: 'Documents, recordings and what was read out of them lie under a key whose policy you cannot write: you can take access to them from nobody.',
  fix: {
    console: 'In Bedrock, under “Data Automation”, create the project with a customer managed key.',
    cli: 'aws bedrock-data-automation update-data-automation-project --project-arn … --encryption-configuration kmsKeyId=… …',
    cloudformation: { KmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source: 'GetDataAutomationProject response, @aws-sdk/client-bedrock-data-automation',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.bedrock.data-automation-no-cmk'] },
  examples: {
    pass: [{ kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { kmsKeyId: 'alias/aws/bedrock' }],
    unknown: [{ kmsKeyId: 3 }],
  },
});
