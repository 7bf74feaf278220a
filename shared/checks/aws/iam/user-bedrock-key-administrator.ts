import { user } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { any, some } from '#shared/model/predicate.ts';
import { isUserAdministrator } from './administrator.ts';
import { keys, removingKey } from './bedrock-keys.ts';
import { AGENTCORE, escalates, SAGEMAKER } from './escalation.ts';
import { hasFullAccess } from './full-access.ts';
import { USER } from './granted.ts';

export default check(user, {
  title: 'Users with a Bedrock API key may do no more than invoke models',
  severity: 'high',
  applies: some('ServiceSpecificCredentials', keys.isActive),
  fails: any(
    isUserAdministrator,
    hasFullAccess('bedrock', 'AmazonBedrockFullAccess', USER, 'user'),
    escalates({ lists: USER, name: 'user' }, [...SAGEMAKER, ...AGENTCORE]),
  ),
  why: 'The key carries what the user may do with Bedrock: one that leaks can switch off guardrails and logging, not only run up the bill.',
  fix: removingKey,
  source: 'ServiceSpecificCredentialMetadata and UserDetail, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0081'], 'owasp-agentic-2026': ['ASI03'] },
  peers: {
    union: ['aws.iam.bedrock-api-key-admin'],
    prowler: ['bedrock_api_key_no_administrative_privileges'],
  },
  examples: {
    pass: [keys.of({ Status: 'Active' })],
    fail: [
      keys.keyed({ Effect: 'Allow', Action: '*', Resource: '*' }, { Status: 'Active' }),
      keys.keyed({ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }, { Status: 'Active' }),
      keys.keyed(
        { Effect: 'Allow', Action: ['iam:PassRole', 'sagemaker:CreateTrainingJob'], Resource: '*' },
        { Status: 'Active' },
      ),
    ],
    unknown: [keys.unread],
    notApplicable: [keys.keyed({ Effect: 'Allow', Action: '*', Resource: '*' }, { Status: 'Inactive' })],
  },
});
