import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { cloudAccess } from '#shared/remediation/cloud-access.ts';
import type { RemediationFleet } from '#shared/remediation/fleet.ts';
import { entraCredentialOf } from './clouds.ts';
import { type Environment, environmentOf } from './environment.ts';
import { scanningFleet } from './fleet.ts';

/**
 * What remediating stands on in the deployed fleet. Steps are announced from the table's stream, so nothing
 * is announced here.
 */
export function remediationFleet(environment: Environment = environmentOf()): RemediationFleet {
  const { config, account, region, partition } = environment;
  const { readerRoleName, remediatorRoleName, externalId } = config.aws;
  return {
    ...scanningFleet(environment),
    remediation: config.remediation,
    access: cloudAccess({
      aws: {
        home: { account, homeRegion: region, credentials: fromNodeProviderChain() },
        partition,
        readerRoleName,
        remediatorRoleName,
        ...(externalId && { externalId }),
      },
      ...(config.azure && { azure: { credential: entraCredentialOf(config.azure, region) } }),
    }),
  };
}
