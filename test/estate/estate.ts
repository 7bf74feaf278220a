import type { Cloud } from '#connectors/cloud.ts';
import { type AwsEstate, startAwsEstate } from './aws/server.ts';
import { type AzureEstate, startAzureEstate } from './azure/server.ts';
import { cloudsAt } from './clouds.ts';
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
  /** Whether Google’s Cloud Asset Inventory is enabled. */
  readonly inventory?: boolean;
}

/** Starts the clouds of a description on loopback, and makes connectors that know no others. */
export async function startEstate(
  description: EstateDescription,
  { pageSize, timeoutMilliseconds, inventory = false }: EstateOptions = {},
): Promise<Estate> {
  const faults = new Faults();
  const paging = pageSize === undefined ? {} : { pageSize };
  const [aws, azure, gcp] = await Promise.all([
    description.aws && startAwsEstate(description.aws, faults, paging),
    description.azure && startAzureEstate(description.azure, faults, paging),
    description.gcp && startGcpEstate(description.gcp, faults, { ...paging, inventory }),
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
