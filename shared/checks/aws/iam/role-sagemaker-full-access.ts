import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { detaching, roleThatMay, roleWith } from './examples.ts';
import { hasFullAccess } from './full-access.ts';

export default check(role, {
  title: 'Roles of AI workloads do not have AmazonSageMakerFullAccess',
  severity: 'high',
  fails: hasFullAccess('sagemaker', 'AmazonSageMakerFullAccess'),
  why: 'It allows creating and changing every SageMaker asset of the account, passing roles to them, and reading buckets by name patterns that anybody can choose.',
  fix: detaching('AmazonSageMakerFullAccess'),
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0081'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: {
    union: ['aws.iam.sagemaker-full-access'],
    prowler: ['sagemaker_full_access_policy_attached'],
    'aws-samples': ['SM-02'],
  },
  examples: {
    pass: [
      roleThatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::training/*' }),
      roleWith('mine', { Statement: [] }),
    ],
    fail: [
      roleWith('AmazonSageMakerFullAccess'),
      roleThatMay({ Effect: 'Allow', Action: 'sagemaker:*', Resource: '*' }),
      roleThatMay({ Effect: 'Allow', Action: 'Sagemaker:*', Resource: '*' }),
    ],
    unknown: [roleWith('managed')],
  },
});
