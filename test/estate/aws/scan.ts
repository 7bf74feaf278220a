import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { type AwsCloudOptions, awsCloud } from '#connectors/aws/cloud.ts';
import { awsConnectors } from '#connectors/aws/index.ts';
import { AwsClients, type AwsSeams, awsServices } from '#connectors/aws/services.ts';
import type { Cloud } from '#connectors/cloud.ts';
import { operationsOf, type Reading } from '#connectors/connector.ts';
import { type Discovered, discover } from '#connectors/discover.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import { MEMBER, REGION } from './sample.ts';
import type { AwsEstate } from './server.ts';

const TIMEOUT_MILLISECONDS = 5_000;
const ATTEMPTS = 2;
/** Without waiting between attempts, and not for long. */
const IMPATIENT: AwsSeams = {
  maxAttempts: ATTEMPTS,
  retryStrategy: new ConfiguredRetryStrategy(ATTEMPTS, 0),
  timeoutMilliseconds: TIMEOUT_MILLISECONDS,
};

/** The product's own cloud, speaking to the estate: without waiting between attempts, and not for long. */
export function cloudOn(
  { endpoint, credentials }: Pick<AwsEstate, 'endpoint' | 'credentials'>,
  options: Partial<AwsCloudOptions> = {},
): Cloud {
  return awsCloud({
    endpoint,
    credentials: async () => credentials,
    homeRegion: REGION,
    readerRoleName: 'aispm-reader',
    externalId: 'sample-external-id',
    accounts: [MEMBER],
    ...IMPATIENT,
    ...options,
  });
}

/** When the scans of tests begin. */
export const STARTED_AT = new Date('2026-11-22T06:00:00Z');

export const readingOf = (account: string, region: string, references: readonly string[] = []): Reading => ({
  scope: { provider: 'aws', account, region },
  startedAt: STARTED_AT,
  jobHistoryDays: 14,
  references: async (accepts) => new Set(references.filter(accepts)),
});

export interface Scan extends Discovered {
  readonly defects: readonly string[];
}

/** The member account: its region, and then what it has once, which the region’s assets refer to. */
export async function scanMember(cloud: Cloud): Promise<Scan> {
  const defects: string[] = [];
  const onDefect = (type: string, error: unknown) => defects.push(`${type}: ${String(error)}`);
  const regional = await cloud.discover(readingOf(MEMBER, REGION), { onDefect });
  const references = regional.assets.flatMap(({ relations }) => relations.map(({ target }) => target));
  const global = await cloud.discover(readingOf(MEMBER, GLOBAL, references), { onDefect });
  return {
    assets: [...regional.assets, ...global.assets],
    coverage: [...regional.coverage, ...global.coverage],
    defects,
  };
}

/** Some asset types of the member account, read with its own credentials. */
export async function scanTypes(
  { endpoint }: Pick<AwsEstate, 'endpoint'>,
  types: ReadonlySet<string>,
  seams: AwsSeams = {},
  /** What assets of other types refer to. */
  others: readonly string[] = [],
): Promise<Scan> {
  const defects: string[] = [];
  const chosen = awsConnectors.filter(({ assetType }) => types.has(assetType.id));
  const credentials = async () => ({ accessKeyId: `AKIA${MEMBER}`, secretAccessKey: 'loopback' });
  async function read(region: string, references: readonly string[]): Promise<Discovered> {
    const placement = region === GLOBAL ? 'global' : 'region';
    const clients = new AwsClients(
      { ...IMPATIENT, endpoint, credentials, homeRegion: REGION, ...seams },
      region,
    );
    try {
      return await discover(
        chosen.filter(({ assetType }) => assetType.placement === placement),
        (connector, recorder) => awsServices(clients, recorder, operationsOf(connector)),
        readingOf(MEMBER, region, references),
        {
          askRarelyUsed: true,
          onDefect: (type, error) => defects.push(`${type}: ${String(error)}`),
        },
      );
    } finally {
      clients.close();
    }
  }
  const regional = await read(REGION, others);
  const own = regional.assets.flatMap(({ relations }) => relations.map(({ target }) => target));
  const global = await read(GLOBAL, [...others, ...own]);
  return {
    assets: [...regional.assets, ...global.assets],
    coverage: [...regional.coverage, ...global.coverage],
    defects,
  };
}
