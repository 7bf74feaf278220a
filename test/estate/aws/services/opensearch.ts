import * as client from '@aws-sdk/client-opensearch';
import type { JsonObject } from '#shared/model/json.ts';
import type { EstateService } from '../services.ts';

const ACCOUNT = '444455556666';
const arn = (name: string): string => `arn:aws:es:eu-west-1:${ACCOUNT}:domain/${name}`;

const domain = (name: string, more: JsonObject): JsonObject => ({
  DomainId: `${ACCOUNT}/${name}`,
  DomainName: name,
  ARN: arn(name),
  EngineVersion: 'OpenSearch_2.19',
  ClusterConfig: { InstanceType: 'r7g.large.search', InstanceCount: 3 },
  Tags: [{ Key: 'owner', Value: 'search' }],
  ...more,
});

const open = (name: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'es:*', Resource: `${arn(name)}/*` }],
  });

const domains: readonly JsonObject[] = [
  domain('vectors', {
    AccessPolicies: open('vectors'),
    VPCOptions: { VPCId: 'vpc-0aa11bb2', SubnetIds: ['subnet-0b1c2d3e'] },
    EncryptionAtRestOptions: {
      Enabled: true,
      KmsKeyId: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001`,
    },
    NodeToNodeEncryptionOptions: { Enabled: true },
    DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
    AdvancedSecurityOptions: { Enabled: true, InternalUserDatabaseEnabled: false },
    LogPublishingOptions: {
      AUDIT_LOGS: {
        CloudWatchLogsLogGroupArn: `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/aws/opensearch/vectors`,
        Enabled: true,
      },
    },
    ServiceSoftwareOptions: { UpdateAvailable: false },
  }),
  domain('open', {
    AccessPolicies: open('open'),
    EncryptionAtRestOptions: { Enabled: false },
    NodeToNodeEncryptionOptions: { Enabled: false },
    DomainEndpointOptions: { EnforceHTTPS: false, TLSSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07' },
    AdvancedSecurityOptions: { Enabled: false, InternalUserDatabaseEnabled: true },
    ServiceSoftwareOptions: { UpdateAvailable: true },
  }),
  domain('plain', {}),
];

const service: EstateService = {
  prefix: 'opensearch',
  signingName: 'es',
  protocol: 'rest-json',
  client,
  handlers: {
    ListDomainNames: ({ region }) => ({
      DomainNames: region
        .resources('opensearch/domains')
        .map(({ DomainName }) => ({ DomainName: DomainName ?? '', EngineType: 'OpenSearch' })),
    }),
    DescribeDomains: ({ region, input: { DomainNames } }) => ({
      DomainStatusList: region
        .resources('opensearch/domains')
        .filter(({ DomainName }) => Array.isArray(DomainNames) && DomainNames.includes(DomainName ?? '')),
    }),
  },
  sample: { 'opensearch/domains': domains },
};
export default service;
