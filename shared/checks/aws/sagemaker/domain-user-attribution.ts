import { domain } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'SageMaker domains say in CloudTrail which user acted',
  severity: 'low',
  fails: field('DomainSettings.ExecutionRoleIdentityConfig')
    .absentIs(
      'DISABLED',
      'DomainSettings: ExecutionRoleIdentityConfig is optional and adds the user profile name when set',
    )
    .is('DISABLED'),
  why: 'Users of a domain often share a role. Without the profile name as source identity, CloudTrail shows what the role did and not who.',
  fix: {
    console:
      'There is no setting in the console: use the command line, while no application of the domain runs.',
    cli: 'aws sagemaker update-domain --domain-id … --domain-settings-for-update ExecutionRoleIdentityConfig=USER_PROFILE_NAME',
    cloudformation: { DomainSettings: { ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME' } },
  },
  source: 'DescribeDomain response, @aws-sdk/client-sagemaker',
  frameworks: { 'iso-42001': ['A.6.2.8'] },
  examples: {
    pass: [{ DomainSettings: { ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME' } }],
    fail: [{ DomainSettings: { ExecutionRoleIdentityConfig: 'DISABLED' } }, {}],
    unknown: [{ DomainSettings: { ExecutionRoleIdentityConfig: 'EMAIL' } }],
  },
});
