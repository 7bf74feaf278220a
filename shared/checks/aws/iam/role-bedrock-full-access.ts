import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { detaching, roleThatMay, roleWith } from './examples.ts';
import { hasFullAccess } from './full-access.ts';

export default check(role, {
  title: 'Roles of AI workloads do not have AmazonBedrockFullAccess',
  severity: 'high',
  fails: hasFullAccess('bedrock', 'AmazonBedrockFullAccess'),
  why: 'It allows changing every agent, guardrail and logging setting of the account, including those that watch the workload itself.',
  fix: detaching('AmazonBedrockFullAccess'),
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0081'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: {
    union: ['aws.bedrock.kb-iam-wildcard', 'aws.iam.bedrock-full-access'],
    prowler: ['bedrock_full_access_policy_attached'],
    'aws-samples': ['FS-22', 'BR-01'],
  },
  examples: {
    pass: [
      roleThatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::training/*' }),
      roleWith('mine', { Statement: [] }),
    ],
    fail: [
      roleWith('AmazonBedrockFullAccess'),
      roleThatMay({ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }),
      roleThatMay({ Effect: 'Allow', Action: 'Bedrock:*', Resource: '*' }),
    ],
    unknown: [roleWith('managed')],
  },
});
