import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { type AwsCloudOptions, awsCloud } from '#connectors/aws/cloud.ts';
import type { Cloud } from '#connectors/cloud.ts';
import type { Reading } from '#connectors/connector.ts';
import type { Discovered } from '#connectors/discover.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import { MEMBER, REGION } from './sample.ts';
import type { AwsEstate } from './server.ts';

const TIMEOUT_MILLISECONDS = 400;
const ATTEMPTS = 2;

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
    maxAttempts: ATTEMPTS,
    retryStrategy: new ConfiguredRetryStrategy(ATTEMPTS, 0),
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    ...options,
  });
}

export const readingOf = (account: string, region: string, references: readonly string[] = []): Reading => ({
  scope: { provider: 'aws', account, region },
  startedAt: new Date('2026-11-22T06:00:00Z'),
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
