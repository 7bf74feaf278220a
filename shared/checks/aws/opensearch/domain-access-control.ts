import { domain } from '#shared/assets/aws/opensearch.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'OpenSearch domains use fine-grained access control',
  severity: 'high',
  fails: field('AdvancedSecurityOptions.Enabled')
    .absentIs(false, 'AdvancedSecurityOptions: true if fine-grained access control is enabled')
    .is(false),
  why: 'Whoever may reach the domain may read and change every index in it, those of other teams and tenants too.',
  fix: {
    console:
      'In OpenSearch Service, open the domain’s “Security configuration”, choose “Edit” and enable fine-grained access control.',
    cli: 'aws opensearch update-domain-config --domain-name … --advanced-security-options Enabled=true,…',
    cloudformation: { AdvancedSecurityOptions: { Enabled: true } },
  },
  source: 'DescribeDomains response, @aws-sdk/client-opensearch',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.opensearch.no-fgac'],
    prowler: ['opensearch_service_domains_access_control_enabled'],
    cloudsploit: ['opensearchRequireIAMAuth'],
  },
  examples: {
    pass: [{ DomainName: 'vectors', AdvancedSecurityOptions: { Enabled: true } }],
    fail: [{ DomainName: 'vectors', AdvancedSecurityOptions: { Enabled: false } }, { DomainName: 'vectors' }],
    unknown: [{ DomainName: 'vectors', AdvancedSecurityOptions: { Enabled: 'perhaps' } }],
  },
});
