import { domain } from '#shared/assets/aws/opensearch.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'OpenSearch domains keep no user database of their own',
  severity: 'medium',
  fails: field('AdvancedSecurityOptions.InternalUserDatabaseEnabled')
    .absentIs(false, 'AdvancedSecurityOptions: true if the internal user database is enabled')
    .is(true),
  why: 'Its passwords are shared, never rotated by IAM and seen by none of its trails; one that leaks opens the whole store.',
  fix: {
    console:
      'In OpenSearch Service, open the domain’s “Security configuration”, choose “Edit” and set an IAM role as the master user.',
    cli: 'aws opensearch update-domain-config --domain-name … --advanced-security-options InternalUserDatabaseEnabled=false,MasterUserOptions={MasterUserARN=…}',
    cloudformation: { AdvancedSecurityOptions: { Enabled: true, InternalUserDatabaseEnabled: false } },
  },
  source: 'DescribeDomains response, @aws-sdk/client-opensearch',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
  peers: {
    union: ['aws.opensearch.internal-user-db'],
    prowler: ['opensearch_service_domains_internal_user_database_enabled'],
  },
  examples: {
    pass: [
      { DomainName: 'vectors', AdvancedSecurityOptions: { InternalUserDatabaseEnabled: false } },
      { DomainName: 'vectors' },
    ],
    fail: [{ DomainName: 'vectors', AdvancedSecurityOptions: { InternalUserDatabaseEnabled: true } }],
    unknown: [{ DomainName: 'vectors', AdvancedSecurityOptions: { InternalUserDatabaseEnabled: 'perhaps' } }],
  },
});
