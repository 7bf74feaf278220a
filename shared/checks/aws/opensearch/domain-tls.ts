import { domain } from '#shared/assets/aws/opensearch.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'OpenSearch domains ask for TLS 1.2 or newer',
  severity: 'medium',
  fails: field('DomainEndpointOptions.TLSSecurityPolicy').is('Policy-Min-TLS-1-0-2019-07'),
  why: 'TLS 1.0 and 1.1 can be broken, and with them what is asked of the store and what it answers.',
  fix: {
    console:
      'In OpenSearch Service, open the domain’s “Security configuration” and choose a TLS policy with at least TLS 1.2.',
    cli: 'aws opensearch update-domain-config --domain-name … --domain-endpoint-options TLSSecurityPolicy=Policy-Min-TLS-1-2-PFS-2023-10',
    cloudformation: { DomainEndpointOptions: { TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' } },
  },
  source: 'DescribeDomains response, @aws-sdk/client-opensearch',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
  peers: { union: ['aws.opensearch.old-tls'], cloudsploit: ['opensearchTlsVersion'] },
  examples: {
    pass: [
      {
        DomainName: 'vectors',
        DomainEndpointOptions: { TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
      },
    ],
    fail: [
      { DomainName: 'vectors', DomainEndpointOptions: { TLSSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07' } },
    ],
    unknown: [
      { DomainName: 'vectors' },
      { DomainName: 'vectors', DomainEndpointOptions: { TLSSecurityPolicy: 'Policy-None' } },
    ],
  },
});
