import { application } from '#shared/assets/aws/qbusiness.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(application, {
  title: 'Q Business applications know who asks',
  severity: 'high',
  fails: field('identityType').is('ANONYMOUS'),
  why: 'Anybody who reaches the application gets answers from its whole index; no access control list of a document is applied, and no question can be traced to a person.',
  fix: {
    console:
      'Create the application again with IAM Identity Center or an identity provider; the way of access cannot be changed.',
    cli: 'aws qbusiness create-application --identity-type AWS_IAM_IDC --identity-center-instance-arn … --display-name …',
    cloudformation: { IdentityType: 'AWS_IAM_IDC', IdentityCenterInstanceArn: '…' },
  },
  source: 'GetApplication response, @aws-sdk/client-qbusiness',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.qbusiness.anonymous-access'] },
  examples: { pass: [{ identityType: 'AWS_IAM_IDC' }], fail: [{ identityType: 'ANONYMOUS' }], unknown: [{}] },
});
