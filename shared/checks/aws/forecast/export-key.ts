import { exportJob } from '#shared/assets/aws/forecast.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(exportJob, {
  title: 'Exported forecasts are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('Destination.S3Config.KMSKeyArn'),
  why: 'The export tells what your business expects: without a key of yours, reading the bucket is enough to read it.',
  fix: {
    console: 'Export again and choose a KMS key.',
    cli: 'aws forecast create-forecast-export-job --destination S3Config={Path=…,RoleArn=…,KMSKeyArn=…} …',
    terraform:
      '# Jobs are no resource of CloudFormation or of the AWS provider: name the key when the job is started.',
  },
  source: 'ListForecastExportJobs response, @aws-sdk/client-forecast',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.forecast.export-no-kms'], cloudsploit: ['datasetExportEncrypted'] },
  examples: {
    pass: [{ Destination: { S3Config: { KMSKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' } } }],
    fail: [
      {},
      { Destination: { S3Config: { KMSKeyArn: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' } } },
    ],
    unknown: [{ Destination: { S3Config: { KMSKeyArn: 2 } } }],
  },
});
