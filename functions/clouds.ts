import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { awsCloud } from '#connectors/aws/cloud.ts';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { federatedCredential } from '#connectors/azure/credential.ts';
import type { SubscriptionSource } from '#connectors/azure/subscriptions.ts';
import type { Cloud } from '#connectors/cloud.ts';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import { federatedCredential as googleCredential } from '#connectors/gcp/credentials.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import type { Environment } from './environment.ts';

/** The clouds that the config describes, each entered by the role that the function has and no stored key. */
export function cloudsOf(environment: Environment): Cloud[] {
  const { config, region } = environment;
  const { accounts, organization, regions, readerRoleName, externalId } = config.aws;
  return [
    awsCloud({ accounts, organization, regions, readerRoleName, externalId, homeRegion: region }),
    ...(config.azure ? [azureOf(config.azure, region)] : []),
    ...(config.gcp ? [gcpOf(config.gcp, region)] : []),
  ];
}

type AzureConfig = NonNullable<FleetConfig['azure']>;

/** Entra ID by the role that the function has. */
export const entraCredentialOf = ({ tenantId, clientId }: AzureConfig, region: string) =>
  federatedCredential({ tenantId, clientId, sts: { region } });

const azureOf = (azure: AzureConfig, region: string): Cloud =>
  azureCloud({
    tenantId: azure.tenantId,
    credential: entraCredentialOf(azure, region),
    subscriptions: subscriptionsOf(azure),
  });

function subscriptionsOf({ subscriptions, managementGroup }: AzureConfig): SubscriptionSource {
  if (subscriptions) return { kind: 'listed', subscriptions };
  return managementGroup ? { kind: 'management-group', managementGroup } : { kind: 'visible' };
}

function gcpOf(
  { audience, serviceAccount, projects, organization, folder, regions }: NonNullable<FleetConfig['gcp']>,
  awsRegion: string,
): Cloud {
  return gcpCloud({
    projects,
    organization,
    folder,
    regions,
    credential: googleCredential({
      audience,
      awsRegion,
      awsCredentials: fromNodeProviderChain(),
      ...(serviceAccount && { serviceAccount }),
    }),
  });
}
