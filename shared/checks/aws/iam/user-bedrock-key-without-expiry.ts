import { user } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { keys, removingKey } from './bedrock-keys.ts';

export default check(user, {
  title: 'Bedrock API keys expire',
  severity: 'critical',
  applies: keys.are,
  fails: some('ServiceSpecificCredentials', all(keys.isActive, field('ExpirationDate').isAbsent())),
  why: 'A key that leaks from a notebook, a repository or a log invokes models on your bill until somebody notices.',
  fix: removingKey,
  source:
    'ServiceSpecificCredentialMetadata, @aws-sdk/client-iam: ExpirationDate is present only for keys created with an expiration period',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0034'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: {
    union: ['aws.iam.bedrock-api-key-long-term'],
    prowler: ['bedrock_api_key_no_long_term_credentials'],
  },
  examples: {
    pass: [
      keys.of({ Status: 'Active', ExpirationDate: '2026-12-01T00:00:00.000Z' }),
      keys.of({ Status: 'Inactive' }),
    ],
    fail: [
      keys.of({ Status: 'Active' }),
      keys.of({ Status: 'Expired', ExpirationDate: '2026-01-01T00:00:00.000Z' }, { Status: 'Active' }),
    ],
    unknown: [keys.unread],
    notApplicable: [keys.of()],
  },
});
