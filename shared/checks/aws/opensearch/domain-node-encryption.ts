import { domain } from '#shared/assets/aws/opensearch.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'OpenSearch domains encrypt traffic between their nodes',
  severity: 'medium',
  fails: field('NodeToNodeEncryptionOptions.Enabled')
    .absentIs(false, 'NodeToNodeEncryptionOptions: true if node-to-node encryption is enabled')
    .is(false),
  why: 'Inside the cluster documents and vectors travel in the clear, to be read by whoever listens there.',
  fix: {
    console:
      'In OpenSearch Service, open the domain’s “Security configuration”, choose “Edit” and enable node-to-node encryption.',
    cli: 'aws opensearch update-domain-config --domain-name … --node-to-node-encryption-options Enabled=true',
    cloudformation: { NodeToNodeEncryptionOptions: { Enabled: true } },
  },
  source: 'DescribeDomains response, @aws-sdk/client-opensearch',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
  peers: {
    union: ['aws.opensearch.no-node-to-node'],
    prowler: ['opensearch_service_domains_node_to_node_encryption_enabled'],
    cloudsploit: ['opensearchNodeToNodeEncryption'],
  },
  examples: {
    pass: [{ DomainName: 'vectors', NodeToNodeEncryptionOptions: { Enabled: true } }],
    fail: [
      { DomainName: 'vectors', NodeToNodeEncryptionOptions: { Enabled: false } },
      { DomainName: 'vectors' },
    ],
    unknown: [{ DomainName: 'vectors', NodeToNodeEncryptionOptions: { Enabled: 'perhaps' } }],
  },
});
