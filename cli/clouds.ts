import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { TokenCredential } from '@azure/identity';
import { awsCloud } from '#connectors/aws/cloud.ts';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { federatedCredential as entraCredential, ownCredential } from '#connectors/azure/credential.ts';
import type { Cloud } from '#connectors/cloud.ts';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import {
  applicationDefaultCredential,
  type GoogleCredential,
  federatedCredential as googleCredential,
} from '#connectors/gcp/credentials.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import type { Provider } from '#shared/model/scope.ts';
import { type Login, UsageError } from './surroundings.ts';

const REGION_WITHOUT_CONFIG = 'us-east-1';

/**
 * The clouds as whoever sits at the terminal reaches them: with the logins of this shell, or, to see what the fleet
 * would, by the federation of the config, for which this shell must have credentials of a role of AWS that the
 * clouds trust. Without a choice: the clouds that the config describes.
 */
export async function reachClouds(
  config: FleetConfig,
  chosen: readonly Provider[],
  login: Login,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Cloud[]> {
  const wanted = new Set<Provider>(
    chosen.length > 0
      ? chosen
      : (['aws', ...(config.azure ? ['azure'] : []), ...(config.gcp ? ['gcp'] : [])] as Provider[]),
  );
  return [
    ...(wanted.has('aws') ? [aws(config, env)] : []),
    ...(wanted.has('azure') ? [azure(config, login, env)] : []),
    ...(wanted.has('gcp') ? [gcp(config, login, env)] : []),
  ];
}

const homeRegionOf = ({ aws: { regions } }: FleetConfig, env: NodeJS.ProcessEnv): string =>
  env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? regions?.[0] ?? REGION_WITHOUT_CONFIG;

function aws(config: FleetConfig, env: NodeJS.ProcessEnv): Cloud {
  const { accounts, organization, regions, rarelyUsedServices, readerRoleName, externalId } = config.aws;
  return awsCloud({
    accounts,
    organization,
    regions,
    rarelyUsedServices,
    readerRoleName,
    externalId,
    homeRegion: homeRegionOf(config, env),
  });
}

function azure(config: FleetConfig, login: Login, env: NodeJS.ProcessEnv): Cloud {
  const { tenantId, subscriptions, managementGroup } = config.azure ?? {};
  return azureCloud({
    credential: login === 'fleet' ? fleetInAzure(config, env) : ownCredential(tenantId ? { tenantId } : {}),
    subscriptions: subscriptions
      ? { kind: 'listed', subscriptions }
      : managementGroup
        ? { kind: 'management-group', managementGroup }
        : { kind: 'visible' },
    ...(tenantId ? { tenantId } : {}),
  });
}

function fleetInAzure(config: FleetConfig, env: NodeJS.ProcessEnv): TokenCredential {
  if (!config.azure) throw notInConfig('azure');
  const { tenantId, clientId } = config.azure;
  return entraCredential({ tenantId, clientId, sts: { region: homeRegionOf(config, env) } });
}

function gcp(config: FleetConfig, login: Login, env: NodeJS.ProcessEnv): Cloud {
  const { projects, organization, folder, regions } = config.gcp ?? {};
  const project = env['GOOGLE_CLOUD_PROJECT'];
  return gcpCloud({
    projects: projects ?? (config.gcp ? undefined : project ? [project] : undefined),
    organization,
    folder,
    regions: regions ?? ['us-central1'],
    credential: login === 'fleet' ? fleetInGcp(config, env) : applicationDefaultCredential(),
  });
}

function fleetInGcp(config: FleetConfig, env: NodeJS.ProcessEnv): GoogleCredential {
  if (!config.gcp) throw notInConfig('gcp');
  const { audience, serviceAccount } = config.gcp;
  return googleCredential({
    audience,
    awsRegion: homeRegionOf(config, env),
    awsCredentials: fromNodeProviderChain(),
    ...(serviceAccount && { serviceAccount }),
  });
}

const notInConfig = (cloud: 'azure' | 'gcp'): UsageError =>
  new UsageError(
    `--as-fleet: the config says nothing of ${cloud}; write what "aispm setup ${cloud}" prints at its end, or leave --${cloud} out`,
  );
