import { AUDIENCE } from '#connectors/azure/credential.ts';
import { type AzureRole, type AzureRoot, armScopesOf, azureRole } from '#connectors/permissions.ts';
import { azureReaders } from './readers.ts';
import type { TrustedRole } from './trusted-roles.ts';

/**
 * What lets the fleet read Azure: a user-assigned managed identity that trusts roles of AWS, and the reader role for
 * it. An identity of that kind is a resource like others, so that making one needs no right in Entra ID; and unlike
 * an app registration it cannot be given a secret.
 */
export interface AzureSetup {
  readonly root: AzureRoot;
  readonly role: AzureRole;
  readonly tenant: string | undefined;
  readonly identity: AzureIdentity;
  /** How tokens of the AWS account name who signed them; unknown until federation was switched on there. */
  readonly issuer: string | undefined;
  readonly trusted: readonly TrustedRole[];
}

export interface AzureIdentity {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly name: string;
}

export interface FederatedCredential {
  readonly name: string;
  readonly subject: string;
}

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations: 20 to an identity. */
export const MOST_FEDERATED_CREDENTIALS = 20;

/** One for each role, for no property of them takes a wildcard; their names are 3 to 120 letters, digits, - and _. */
export function federatedCredentials(trusted: readonly TrustedRole[]): FederatedCredential[] {
  const taken = new Set<string>();
  return trusted.map(({ arn, name }) => {
    const fitting = `role-${name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`;
    const unique = taken.has(fitting) ? `${fitting}-${taken.size + 1}` : fitting;
    taken.add(unique);
    return { name: unique, subject: arn };
  });
}

export const azureRoleFor = (root: AzureRoot, name: string): AzureRole => azureRole(azureReaders, root, name);

/** The lines of the config below `azure:` that say what is scanned. */
export const azureRootLines = (root: AzureRoot): string[] =>
  root.kind === 'subscriptions'
    ? [`  subscriptions: [${root.subscriptions.join(', ')}]`]
    : // Ids may look like numbers, and begin with what YAML has a meaning for.
      [`  managementGroup: ${JSON.stringify(root.managementGroup)}`];

/** Everything that is set up, as data. */
export function azureSetupAsJson({ role, root, tenant, identity, issuer, trusted }: AzureSetup) {
  return {
    role,
    assignedAt: armScopesOf(root),
    identity: { kind: 'Microsoft.ManagedIdentity/userAssignedIdentities', ...identity },
    federation: {
      issuer: issuer ?? null,
      issuerIsPrintedBy: 'aws iam get-outbound-web-identity-federation-info',
      audience: AUDIENCE,
      credentials: federatedCredentials(trusted),
    },
    config: {
      azure: {
        tenantId: tenant ?? null,
        clientId: null,
        ...(root.kind === 'subscriptions'
          ? { subscriptions: root.subscriptions }
          : { managementGroup: root.managementGroup }),
      },
    },
  };
}
