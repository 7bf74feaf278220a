import { user } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { some } from '#shared/model/predicate.ts';
import { keys, removingKey } from './bedrock-keys.ts';

export default check(user, {
  title: 'Users call Bedrock with short-term keys or credentials of a role',
  severity: 'high',
  applies: keys.are,
  fails: some('ServiceSpecificCredentials', keys.isActive),
  why: 'A long-term key is a password that stands in files and variables: whoever copies it has the user’s permissions on Bedrock, from anywhere and without a second factor.',
  fix: removingKey,
  source: 'ServiceSpecificCredentialMetadata, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: {
    union: ['aws.iam.bedrock-api-key-long-term'],
    prowler: ['bedrock_api_key_no_long_term_credentials'],
  },
  examples: {
    pass: [keys.of({ Status: 'Inactive' }), keys.of({ Status: 'Expired' })],
    fail: [
      keys.of({ Status: 'Active' }),
      keys.of({ Status: 'Active', ExpirationDate: '2026-12-01T00:00:00.000Z' }),
    ],
    unknown: [keys.unread],
    notApplicable: [keys.of()],
  },
});
