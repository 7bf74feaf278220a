import { domain } from '#shared/assets/aws/opensearch.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'OpenSearch domains run the latest service software',
  severity: 'low',
  fails: field('ServiceSoftwareOptions.UpdateAvailable')
    .absentIs(false, 'ServiceSoftwareOptions: true if an update can be asked for')
    .is(true),
  why: 'Faults that are mended in the newer software can still be used against the store.',
  fix: {
    console: 'In OpenSearch Service, open the domain, choose “Actions” and “Update” under service software.',
    cli: 'aws opensearch start-service-software-update --domain-name …',
    cloudformation: {
      OffPeakWindowOptions: { Enabled: true },
      SoftwareUpdateOptions: { AutoSoftwareUpdateEnabled: true },
    },
  },
  source: 'DescribeDomains response, @aws-sdk/client-opensearch',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  peers: {
    union: ['aws.opensearch.outdated'],
    prowler: ['opensearch_service_domains_updated_to_the_latest_service_software_version'],
    cloudsploit: ['opensearchUpgradeAvailable', 'opensearchVersion'],
  },
  examples: {
    pass: [
      { DomainName: 'vectors', ServiceSoftwareOptions: { UpdateAvailable: false } },
      { DomainName: 'vectors' },
    ],
    fail: [{ DomainName: 'vectors', ServiceSoftwareOptions: { UpdateAvailable: true } }],
    unknown: [{ DomainName: 'vectors', ServiceSoftwareOptions: { UpdateAvailable: 'perhaps' } }],
  },
});
