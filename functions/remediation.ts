import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { cloudAccess } from '#shared/remediation/cloud-access.ts';
import type { RemediationFleet } from '#shared/remediation/fleet.ts';
import { type Environment, environmentOf } from './environment.ts';
import { scanningFleet } from './fleet.ts';

/**
 * What remediating stands on in the deployed fleet. Steps are announced from the table's stream, so nothing
 * is announced here.
 */
export async function remediationFleet(
  environment: Environment = environmentOf(),
): Promise<RemediationFleet> {
  const { config, account, region, partition } = environment;
  const { readerRoleName, remediatorRoleName, externalId } = config.aws;
  const azure = config.azure && (await import('./azure.ts')).azureIdentities(config.azure, region);
  const google = config.gcp && (await import('./gcp.ts')).googleIdentities(config.gcp, region);
  return {
    ...(await scanningFleet(environment)),
    remediation: config.remediation,
    access: cloudAccess({
      aws: {
        home: { account, homeRegion: region, credentials: fromNodeProviderChain() },
        partition,
        readerRoleName,
        remediatorRoleName,
        ...(externalId && { externalId }),
      },
      ...(azure && { azure }),
      ...(google && { google }),
    }),
  };
}
