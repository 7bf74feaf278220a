import { azureCloud } from '#connectors/azure/cloud.ts';
import { federatedCredential } from '#connectors/azure/credential.ts';
import type { SubscriptionSource } from '#connectors/azure/subscriptions.ts';
import type { Cloud } from '#connectors/cloud.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import type { AzureAccess } from '#shared/remediation/access.ts';
import type { Identities } from '#shared/remediation/cloud-access.ts';

type AzureConfig = NonNullable<FleetConfig['azure']>;

/** Entra ID by the role that the function has. */
export const entraCredentialOf = (
  { tenantId, clientId }: Pick<AzureConfig, 'tenantId' | 'clientId'>,
  region: string,
) => federatedCredential({ tenantId, clientId, sts: { region } });

/** Plans read as scans do; acts and undos write as the app registration that is there for them alone. */
export const azureIdentities = (azure: AzureConfig, region: string): Identities<AzureAccess> => ({
  reader: { credential: entraCredentialOf(azure, region) },
  ...(azure.remediation && {
    remediator: { credential: entraCredentialOf({ ...azure, ...azure.remediation }, region) },
  }),
});

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
