import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AwsAccess } from '#connectors/aws/services.ts';
import type { Scope } from '#shared/model/scope.ts';
import { type AzureAccess, NoAccess, type Purpose, type RemediationAccess } from './access.ts';
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

export interface CloudAccessOptions {
  readonly aws?: AwsRemediationAccess;
  /** One federated identity; what it may write is in the custom role that it is assigned. */
  readonly azure?: AzureAccess;
}

/** Access by role and federation, with nothing stored. */
export function cloudAccess({ aws, azure }: CloudAccessOptions): RemediationAccess {
  return {
    aws: (scope, purpose, action) => {
      if (!aws) throw new NoAccess('no identity for AWS is configured');
      return clientsFor(aws, scope, purpose, action);
    },
    azure: () => {
      if (!azure) throw new NoAccess('no identity for Azure is configured');
      return azure;
    },
  };
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
