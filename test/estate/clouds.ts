import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { awsCloud } from '#connectors/aws/cloud.ts';
import { azureCloud } from '#connectors/azure/cloud.ts';
import type { Cloud } from '#connectors/cloud.ts';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import type { AwsEstate } from './aws/server.ts';
import type { AzureEstate } from './azure/server.ts';
import type { EstateDescription } from './description.ts';
import type { GcpEstate } from './gcp/server.ts';

const ATTEMPTS = 3;
const TIMEOUT_MILLISECONDS = 10_000;

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
