import { domain } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'SageMaker domains authenticate people through IAM Identity Center',
  severity: 'medium',
  fails: field('AuthMode').is('IAM'),
  why: 'With IAM authentication whoever may create a presigned address for a user profile is that user; people are not told apart and do not leave when they leave.',
  fix: {
    console:
      'Recreate the domain with “AWS IAM Identity Center” as its authentication; it cannot be changed afterwards.',
    cli: 'aws sagemaker create-domain --domain-name … --auth-mode SSO',
    cloudformation: { AuthMode: 'SSO' },
  },
  source: 'DescribeDomain response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
  peers: {
    union: ['aws.sagemaker.domain-auth-not-sso'],
    prowler: ['sagemaker_domain_sso_configured'],
    'aws-samples': ['SM-02'],
  },
  examples: { pass: [{ AuthMode: 'SSO' }], fail: [{ AuthMode: 'IAM' }], unknown: [{}, { AuthMode: 'PIN' }] },
});
