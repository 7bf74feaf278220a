import { awsCloud } from '#connectors/aws/cloud.ts';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { ownCredential } from '#connectors/azure/credential.ts';
import type { Cloud } from '#connectors/cloud.ts';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import { applicationDefaultCredential } from '#connectors/gcp/credentials.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import type { Provider } from '#shared/model/scope.ts';

const REGION_WITHOUT_CONFIG = 'us-east-1';

/**
 * The clouds as whoever sits at the terminal reaches them: with the logins of this shell, never with the
 * federation of the fleet. Without a choice: those that the config describes.
 */
export async function ownClouds(
  config: FleetConfig,
  chosen: readonly Provider[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Cloud[]> {
  const wanted = new Set<Provider>(
    chosen.length > 0
      ? chosen
      : (['aws', ...(config.azure ? ['azure'] : []), ...(config.gcp ? ['gcp'] : [])] as Provider[]),
  );
  return [
    ...(wanted.has('aws') ? [aws(config, env)] : []),
    ...(wanted.has('azure') ? [azure(config)] : []),
    ...(wanted.has('gcp') ? [gcp(config, env)] : []),
  ];
}

function aws(
  { aws: { accounts, organization, regions, rarelyUsedServices, readerRoleName, externalId } }: FleetConfig,
  env: NodeJS.ProcessEnv,
): Cloud {
  const homeRegion = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? regions?.[0] ?? REGION_WITHOUT_CONFIG;
  return awsCloud({
    accounts,
    organization,
    regions,
    rarelyUsedServices,
    readerRoleName,
    externalId,
    homeRegion,
  });
}

function azure({ azure: config }: FleetConfig): Cloud {
  const { tenantId, subscriptions, managementGroup } = config ?? {};
  return azureCloud({
    credential: ownCredential(tenantId ? { tenantId } : {}),
    subscriptions: subscriptions
      ? { kind: 'listed', subscriptions }
      : managementGroup
        ? { kind: 'management-group', managementGroup }
        : { kind: 'visible' },
    ...(tenantId ? { tenantId } : {}),
  });
}

function gcp({ gcp: config }: FleetConfig, env: NodeJS.ProcessEnv): Cloud {
  const project = env['GOOGLE_CLOUD_PROJECT'];
  return gcpCloud({
    projects: config?.projects ?? (config ? undefined : project ? [project] : undefined),
    organization: config?.organization,
    folder: config?.folder,
    regions: config?.regions ?? ['us-central1'],
    credential: applicationDefaultCredential(),
  });
}
