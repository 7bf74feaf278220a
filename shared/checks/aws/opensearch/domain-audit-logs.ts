import { domain } from '#shared/assets/aws/opensearch.ts';
import { check } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';

const PATH = 'LogPublishingOptions.AUDIT_LOGS';

export default check(domain, {
  title: 'OpenSearch domains publish their audit logs',
  severity: 'low',
  fails: judgedBy({
    sentence: 'audit logs are not published to a log group',
    reads: ['LogPublishingOptions'],
    judge: ({ config: { LogPublishingOptions: options } }) => {
      const expected = 'AUDIT_LOGS that are enabled';
      const audit = isObject(options) ? options['AUDIT_LOGS'] : undefined;
      if (!isObject(audit)) return { truth: true, evidence: [{ path: PATH, state: 'absent', expected }] };
      return {
        truth: audit['Enabled'] !== true,
        evidence: [{ path: PATH, state: 'read', found: audit, expected }],
      };
    },
  }),
  why: 'When documents were read or poisoned, nothing says by whom and when.',
  fix: {
    console:
      'In OpenSearch Service, open the domain’s “Logs” and enable audit logs, which need fine-grained access control.',
    cli: 'aws opensearch update-domain-config --domain-name … --log-publishing-options AUDIT_LOGS={CloudWatchLogsLogGroupArn=…,Enabled=true}',
    cloudformation: {
      LogPublishingOptions: { AUDIT_LOGS: { CloudWatchLogsLogGroupArn: '…', Enabled: true } },
    },
  },
  source: 'DescribeDomains response, @aws-sdk/client-opensearch',
  frameworks: { 'mitre-atlas': ['AML.T0070'], 'iso-42001': ['A.6.2.8'] },
  peers: {
    union: ['aws.opensearch.no-audit-log'],
    prowler: ['opensearch_service_domains_audit_logging_enabled', '_cloudwatch_logging_enabled'],
    cloudsploit: ['opensearchEnableAuditLogs', 'opensearchLoggingEnabled'],
  },
  examples: {
    pass: [{ DomainName: 'vectors', LogPublishingOptions: { AUDIT_LOGS: { Enabled: true } } }],
    fail: [
      { DomainName: 'vectors' },
      { DomainName: 'vectors', LogPublishingOptions: { SEARCH_SLOW_LOGS: { Enabled: true } } },
      { DomainName: 'vectors', LogPublishingOptions: { AUDIT_LOGS: { Enabled: false } } },
    ],
    unknown: [{ DomainName: 'vectors', LogPublishingOptions: 'all' }],
  },
});
