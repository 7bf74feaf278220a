import { awsCloud } from '#connectors/aws/cloud.ts';
import type { Cloud } from '#connectors/cloud.ts';
import type { Environment } from './environment.ts';

/**
 * The clouds that the config describes, each entered by the role that the function has and no stored key.
 * Clouds that it does not describe are not even loaded.
 */
export async function cloudsOf({ config, region }: Environment): Promise<Cloud[]> {
  const { accounts, organization, regions, rarelyUsedServices, readerRoleName, externalId } = config.aws;
  const aws = awsCloud({
    accounts,
    organization,
    regions,
    rarelyUsedServices,
    readerRoleName,
    externalId,
    homeRegion: region,
  });
  const azure = config.azure && (await import('./azure.ts')).azureOf(config.azure, region);
  const gcp = config.gcp && (await import('./gcp.ts')).gcpOf(config.gcp, region);
  return [aws, azure, gcp].filter((cloud) => cloud !== undefined);
}
