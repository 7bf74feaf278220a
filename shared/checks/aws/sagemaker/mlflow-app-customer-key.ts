import { mlflowApp } from '#shared/assets/aws/sagemaker-platform.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(mlflowApp, {
  title: 'MLflow Apps in SageMaker are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('KmsKeyId'),
  why: 'Runs, parameters and metrics of every experiment lie under a key whose policy you cannot write.',
  fix: {
    console: 'Create the application again and choose a customer managed key; the key cannot be changed.',
    cli: 'aws sagemaker create-mlflow-app --name … --kms-key-id … --role-arn … --artifact-store-uri …',
  },
  source:
    'DescribeMlflowApp response, @aws-sdk/client-sagemaker: absent if the MLflow App is not encrypted with a customer-managed key',
  frameworks: {},
  examples: {
    pass: [{ KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}],
    unknown: [{ KmsKeyId: 1 }],
  },
});
