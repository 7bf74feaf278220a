import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { isAdministrator } from './administrator.ts';
import { narrowedTo, roleThatMay, roleWith } from './examples.ts';

export default check(role, {
  title: 'Roles of AI workloads are not administrators',
  severity: 'critical',
  fails: isAdministrator,
  why: 'Whoever steers the workload, by a prompt, a poisoned model or a notebook, has the whole account.',
  fix: narrowedTo({ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::…/*'] }),
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: {
    'mitre-atlas': ['AML.T0012'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  peers: {
    union: ['aws.bedrock.agent-action-lambda-overpermissive', 'aws.bedrock.agent-role-overpermissive'],
    prowler: ['bedrock_agent_action_group_lambda_role_least_privilege', 'bedrock_agent_role_least_privilege'],
    'aws-samples': ['BR-21', 'BR-08', 'FS-07'],
  },
  examples: {
    pass: [roleThatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::training/*' })],
    fail: [
      roleThatMay({ Effect: 'Allow', Action: '*', Resource: '*' }),
      roleWith('managed', { Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }] }),
    ],
    unknown: [roleWith('managed')],
  },
});
