import type { DomainStatus } from '@aws-sdk/client-opensearch';
import { domain } from '#shared/assets/aws/opensearch.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, kmsKeyArn, nameInArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';

/** Source: OpenSearch Service API Reference, DescribeDomains: “up to five”. */
const DOMAINS_PER_CALL = 5;

export default awsConnector<DomainStatus>(domain, {
  rare: true,
  operations: {
    list: awsOperations('opensearch:ListDomainNames', 'opensearch:DescribeDomains'),
    parts: { Tags: getResources },
  },
  events: [
    'CreateDomain',
    'UpdateDomainConfig',
    'UpgradeDomain',
    'StartServiceSoftwareUpdate',
    'DeleteDomain',
  ],
  async *list(services) {
    const { DomainNames = [] } = await services.openSearch('ListDomainNames', {});
    const names = DomainNames.flatMap(({ DomainName }) => (DomainName ? [DomainName] : []));
    for (let start = 0; start < names.length; start += DOMAINS_PER_CALL)
      yield* await described(services, names.slice(start, start + DOMAINS_PER_CALL));
  },
  identify: ({ ARN = '', DomainName = '' }) => ({ id: ARN, name: DomainName }),
  read: async ({ tagsOf }, summary) => ({
    ...summary,
    AccessPolicies: decodedJson(summary.AccessPolicies),
    // The password of the master user is never in a reply; names of users elsewhere decide nothing.
    CognitoOptions: undefined,
    AdvancedOptions: undefined,
    Tags: await tagsOf('es:domain', summary.ARN),
  }),
  async find(services, id) {
    const [found] = await described(services, [nameInArn(id)]);
    return found;
  },
  affected: (event, { scope }) => {
    const name = asked(event, 'domainName');
    return name && arnIn(scope, 'es', `domain/${name}`);
  },
  relations: (
    { EncryptionAtRestOptions: encryption, VPCOptions: network, LogPublishingOptions },
    { scope },
  ) => [
    relation('encrypted-by', isObject(encryption) ? kmsKeyArn(scope, encryption['KmsKeyId']) : undefined),
    ...subnetsOf(network).map((subnet) => relation('attached-to', subnet)),
    ...Object.values(isObject(LogPublishingOptions) ? LogPublishingOptions : {}).map((option) =>
      relation('logs-to', isObject(option) ? logGroupIn(option) : undefined),
    ),
  ],
});

const described = async ({ openSearch }: AwsServices, DomainNames: string[]): Promise<DomainStatus[]> =>
  (await openSearch('DescribeDomains', { DomainNames })).DomainStatusList ?? [];

const subnetsOf = (network: Json | undefined): readonly unknown[] =>
  isObject(network) && Array.isArray(network['SubnetIds']) ? network['SubnetIds'] : [];

const logGroupIn = ({ CloudWatchLogsLogGroupArn: arn }: JsonObject): string | undefined =>
  typeof arn === 'string' ? arn.replace(/:\*$/, '') : undefined;
