import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AwsAccess } from '#connectors/aws/services.ts';
import type { Scope } from '#shared/model/scope.ts';
import {
  type AzureAccess,
  type GoogleAccess,
  NoAccess,
  type Purpose,
  type RemediationAccess,
} from './access.ts';
import type { Action } from './action.ts';
import { type AwsClients, awsClients } from './aws-clients.ts';
import { remediationPolicy } from './permissions.ts';

export interface AwsRemediationAccess {
  /** What the fleet itself runs as. */
  readonly home: AwsAccess & { readonly account: string };
  readonly partition?: string;
  /** In member accounts, for plans. In its own account the fleet reads as itself. */
  readonly readerRoleName: string;
  /** In every account, its own too: the only one that may write. */
  readonly remediatorRoleName: string;
  readonly externalId?: string;
  readonly passableRoles?: readonly string[];
}

/** Federated identities: the one that scans read with, and the one that alone may write. */
export interface Identities<Access> {
  readonly reader: Access;
  /** What it may write is in the custom role that it is given. Without it, plans are all there is. */
  readonly remediator?: Access;
}

export interface CloudAccessOptions {
  readonly aws?: AwsRemediationAccess;
  readonly azure?: Identities<AzureAccess>;
  readonly google?: Identities<GoogleAccess>;
}

/** Access by role and federation, with nothing stored. */
export function cloudAccess({ aws, azure, google }: CloudAccessOptions): RemediationAccess {
  return {
    aws: (scope, purpose, action) => {
      if (!aws) throw new NoAccess('no identity for AWS is configured');
      return clientsFor(aws, scope, purpose, action);
    },
    azure: (_scope, purpose) => identityFor('azure', azure, purpose),
    google: (_scope, purpose) => identityFor('gcp', google, purpose),
    whyNoWrite: ({ provider }) => {
      if (provider === 'aws') return undefined;
      const identities = provider === 'azure' ? azure : google;
      return identities && !identities.remediator ? NO_REMEDIATOR[provider] : undefined;
    },
  };
}

const NAMES = { azure: 'Azure', gcp: 'Google Cloud' } as const;

const NO_REMEDIATOR = {
  azure: 'Cannot act: no remediator identity is configured; set azure.remediation.clientId and plan again',
  gcp: 'Cannot act: no remediator identity is configured; set gcp.remediation.serviceAccount and plan again',
} as const;

function identityFor<Access>(
  provider: 'azure' | 'gcp',
  identities: Identities<Access> | undefined,
  purpose: Purpose,
): Access {
  if (!identities) throw new NoAccess(`no identity for ${NAMES[provider]} is configured`);
  const identity = purpose === 'read' ? identities.reader : identities.remediator;
  if (!identity) throw new NoAccess(NO_REMEDIATOR[provider]);
  return identity;
}

/** AWS allows 15 minutes as the shortest session. */
const SESSION_SECONDS = 900;

function clientsFor(aws: AwsRemediationAccess, scope: Scope, purpose: Purpose, action: Action): AwsClients {
  const { home, partition = 'aws', passableRoles } = aws;
  if (purpose === 'read' && scope.account === home.account) return awsClients(home, scope.region);
  const role = purpose === 'read' ? aws.readerRoleName : aws.remediatorRoleName;
  const credentials = fromTemporaryCredentials({
    ...(home.credentials && { masterCredentials: home.credentials }),
    clientConfig: { region: home.homeRegion, ...(home.endpoint ? { endpoint: home.endpoint } : {}) },
    params: {
      RoleArn: `arn:${partition}:iam::${scope.account}:role/${role}`,
      RoleSessionName: `aispm-${purpose}`,
      DurationSeconds: SESSION_SECONDS,
      ...(aws.externalId ? { ExternalId: aws.externalId } : {}),
      // The session can do what this one action declares, whatever else the role may.
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: remediationPolicy([action], { partition, ...(passableRoles && { passableRoles }) }).aws,
      }),
    },
  });
  return awsClients({ ...home, credentials }, scope.region);
}
