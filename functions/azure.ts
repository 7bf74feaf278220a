import { azureCloud } from '#connectors/azure/cloud.ts';
import { federatedCredential } from '#connectors/azure/credential.ts';
import type { SubscriptionSource } from '#connectors/azure/subscriptions.ts';
import type { Cloud } from '#connectors/cloud.ts';
import type { FleetConfig } from '#shared/config/schema.ts';

type AzureConfig = NonNullable<FleetConfig['azure']>;

/** Entra ID by the role that the function has. */
export const entraCredentialOf = ({ tenantId, clientId }: AzureConfig, region: string) =>
  federatedCredential({ tenantId, clientId, sts: { region } });

export const azureOf = (azure: AzureConfig, region: string): Cloud =>
  azureCloud({
    tenantId: azure.tenantId,
    credential: entraCredentialOf(azure, region),
    subscriptions: subscriptionsOf(azure),
  });

function subscriptionsOf({ subscriptions, managementGroup }: AzureConfig): SubscriptionSource {
  if (subscriptions) return { kind: 'listed', subscriptions };
  return managementGroup ? { kind: 'management-group', managementGroup } : { kind: 'visible' };
}
