import { index } from '#shared/assets/aws/kendra.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(index, {
  title: 'Kendra indices filter what they find by the token of the user',
  severity: 'medium',
  applies: field('Edition').isNot('GEN_AI_ENTERPRISE_EDITION'),
  fails: field('UserContextPolicy').is('ATTRIBUTE_FILTER'),
  why: 'With attribute filters every document is found for everybody unless each caller adds the filter: one that forgets it, or is made to leave it out, reads documents of others.',
  fix: {
    console: 'Edit the index: under “User access control” switch on token-based access control.',
    cli: 'aws kendra update-index --id … --user-context-policy USER_TOKEN --user-token-configurations …',
    cloudformation: { UserContextPolicy: 'USER_TOKEN' },
  },
  source:
    'DescribeIndex response, @aws-sdk/client-kendra; an index of the Gen AI Enterprise Edition can only use ATTRIBUTE_FILTER',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.kendra.acl-bypass'] },
  examples: {
    pass: [{ Edition: 'ENTERPRISE_EDITION', UserContextPolicy: 'USER_TOKEN' }],
    fail: [{ Edition: 'DEVELOPER_EDITION', UserContextPolicy: 'ATTRIBUTE_FILTER' }],
    unknown: [{ Edition: 'ENTERPRISE_EDITION' }],
    notApplicable: [{ Edition: 'GEN_AI_ENTERPRISE_EDITION', UserContextPolicy: 'ATTRIBUTE_FILTER' }],
  },
});
