import { domain } from '#shared/assets/aws/opensearch.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'OpenSearch domains are encrypted at rest',
  severity: 'medium',
  fails: field('EncryptionAtRestOptions.Enabled')
    .absentIs(false, 'EncryptionAtRestOptions: true if encryption at rest is enabled')
    .is(false),
  why: 'The documents and vectors lie on disks and in snapshots as they are, for anybody who gets hold of those.',
  fix: {
    console:
      'In OpenSearch Service, open the domain’s “Security configuration”, choose “Edit” and enable encryption of data at rest with a key of yours.',
    cli: 'aws opensearch update-domain-config --domain-name … --encryption-at-rest-options Enabled=true,KmsKeyId=…',
    cloudformation: { EncryptionAtRestOptions: { Enabled: true, KmsKeyId: '…' } },
  },
  source: 'DescribeDomains response, @aws-sdk/client-opensearch',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
  peers: {
    union: ['aws.opensearch.no-encryption-at-rest'],
    prowler: ['opensearch_service_domains_encryption_at_rest_enabled'],
    cloudsploit: ['opensearchDomainEncryptionEnabled', 'opensearchEncryptedDomain'],
  },
  examples: {
    pass: [{ DomainName: 'vectors', EncryptionAtRestOptions: { Enabled: true } }],
    fail: [{ DomainName: 'vectors', EncryptionAtRestOptions: { Enabled: false } }, { DomainName: 'vectors' }],
    unknown: [{ DomainName: 'vectors', EncryptionAtRestOptions: { Enabled: 'perhaps' } }],
  },
});
