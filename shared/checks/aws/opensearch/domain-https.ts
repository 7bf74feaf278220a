import { domain } from '#shared/assets/aws/opensearch.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'OpenSearch domains accept only HTTPS',
  severity: 'medium',
  fails: field('DomainEndpointOptions.EnforceHTTPS')
    .absentIs(false, 'DomainEndpointOptions: true if all traffic has to arrive over HTTPS')
    .is(false),
  why: 'Over plain HTTP, queries and the documents that answer them can be read and changed on the way.',
  fix: {
    console:
      'In OpenSearch Service, open the domain’s “Security configuration”, choose “Edit” and require HTTPS for all traffic.',
    cli: 'aws opensearch update-domain-config --domain-name … --domain-endpoint-options EnforceHTTPS=true',
    cloudformation: { DomainEndpointOptions: { EnforceHTTPS: true } },
  },
  source: 'DescribeDomains response, @aws-sdk/client-opensearch',
  frameworks: { 'mitre-atlas': ['AML.T0070'] },
  peers: {
    union: ['aws.opensearch.no-https'],
    prowler: ['opensearch_service_domains_https_communications_enforced'],
    cloudsploit: ['opensearchHttpsOnly'],
  },
  examples: {
    pass: [{ DomainName: 'vectors', DomainEndpointOptions: { EnforceHTTPS: true } }],
    fail: [
      { DomainName: 'vectors', DomainEndpointOptions: { EnforceHTTPS: false } },
      { DomainName: 'vectors' },
    ],
    unknown: [{ DomainName: 'vectors', DomainEndpointOptions: { EnforceHTTPS: 'perhaps' } }],
  },
});
