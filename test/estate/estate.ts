import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { awsCloud } from '#connectors/aws/cloud.ts';
import { azureCloud } from '#connectors/azure/cloud.ts';
import type { Cloud } from '#connectors/cloud.ts';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import { type AwsEstate, startAwsEstate } from './aws/server.ts';
import { type AzureEstate, startAzureEstate } from './azure/server.ts';
import type { EstateDescription } from './description.ts';
import { Faults } from './faults.ts';
import { type GcpEstate, startGcpEstate } from './gcp/server.ts';
import type { PageSize } from './paging.ts';

export interface Estate {
  readonly aws: AwsEstate | undefined;
  readonly azure: AzureEstate | undefined;
  readonly gcp: GcpEstate | undefined;
  /** By operation id, over all clouds. */
  readonly faults: Faults;
  /** The real connectors with the real clients, pointed at the loopback. */
  readonly clouds: readonly Cloud[];
  /** The same, with no session or token remembered. */
  cloudsAnew(): Cloud[];
  close(): Promise<void>;
}

export interface EstateOptions {
  readonly pageSize?: PageSize;
  readonly timeoutMilliseconds?: number;
}

const ATTEMPTS = 3;
const TIMEOUT_MILLISECONDS = 10_000;

/** Starts the clouds of a description on loopback, and makes connectors that know no others. */
export async function startEstate(
  description: EstateDescription,
  { pageSize, timeoutMilliseconds = TIMEOUT_MILLISECONDS }: EstateOptions = {},
): Promise<Estate> {
  const faults = new Faults();
  const paging = pageSize === undefined ? {} : { pageSize };
  const [aws, azure, gcp] = await Promise.all([
    description.aws && startAwsEstate(description.aws, faults, paging),
    description.azure && startAzureEstate(description.azure, faults, paging),
    description.gcp && startGcpEstate(description.gcp, faults, paging),
  ]);
  const cloudsAnew = () => cloudsAt(description, { aws, azure, gcp }, timeoutMilliseconds);
  return {
    aws,
    azure,
    gcp,
    faults,
    clouds: cloudsAnew(),
    cloudsAnew,
    close: async () => {
      await Promise.all([aws?.close(), azure?.close(), gcp?.close()]);
    },
  };
}

/** Where the loopback servers of a description answer, in this process or in another. */
export interface Addresses {
  readonly aws?: Pick<AwsEstate, 'endpoint' | 'credentials'> | undefined;
  readonly azure?: Pick<AzureEstate, 'httpClient' | 'credential'> | undefined;
  readonly gcp?: Pick<GcpEstate, 'httpClient' | 'credential'> | undefined;
}

/** The real connectors for the clouds of a description, pointed at loopback servers. */
export function cloudsAt(
  description: EstateDescription,
  { aws, azure, gcp }: Addresses,
  timeoutMilliseconds = TIMEOUT_MILLISECONDS,
): Cloud[] {
  const retry = { maxRetries: ATTEMPTS - 1, retryDelayInMs: 0, maxRetryDelayInMs: 0 };
  const clouds: Cloud[] = [];
  if (aws && description.aws) {
    const regions = new Set(
      Object.values(description.aws.accounts).flatMap((account) => Object.keys(account.regions)),
    );
    const [homeRegion = 'eu-central-1'] = regions;
    clouds.push(
      awsCloud({
        accounts: Object.keys(description.aws.accounts),
        regions: [...regions],
        homeRegion,
        readerRoleName: 'aispm-reader',
        externalId: 'loopback',
        credentials: async () => aws.credentials,
        endpoint: aws.endpoint,
        retryStrategy: new ConfiguredRetryStrategy(ATTEMPTS, 0),
        timeoutMilliseconds,
      }),
    );
  }
  if (azure && description.azure)
    clouds.push(
      azureCloud({
        credential: azure.credential,
        tenantId: description.azure.tenantId,
        subscriptions: { kind: 'listed', subscriptions: Object.keys(description.azure.subscriptions) },
        httpClient: azure.httpClient,
        retry,
        timeoutMilliseconds,
      }),
    );
  if (gcp && description.gcp)
    clouds.push(
      gcpCloud({
        credential: gcp.credential,
        projects: Object.keys(description.gcp.projects),
        regions: [
          ...new Set(
            Object.values(description.gcp.projects).flatMap(({ collections }) =>
              Object.keys(collections).flatMap(regionOf),
            ),
          ),
        ],
        httpClient: gcp.httpClient,
        retry,
        timeoutMilliseconds,
      }),
    );
  return clouds;
}

/** `locations/europe-west3/models` → `europe-west3`. */
const regionOf = (collection: string): string[] => {
  const region = /^locations\/([a-z]+-[a-z]+\d)\//.exec(collection)?.[1];
  return region ? [region] : [];
};
