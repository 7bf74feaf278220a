import type { TokenCredential } from '@azure/identity';
import type { ClientOptions } from 'google-gax';
import type { GoogleCredential } from '#connectors/gcp/credentials.ts';
import type { RestOptions } from '#connectors/rest-transport.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Action } from './action.ts';
import type { AwsClients } from './aws-clients.ts';

/** Plans read with what scans read with; acts and undos write with an identity of their own. */
export type Purpose = 'read' | 'write';

/**
 * How an account is reached. Throws {@link NoAccess} where there is no way in. The action is named so that
 * the credentials can be narrowed to what it declares.
 */
export interface RemediationAccess {
  aws(scope: Scope, purpose: Purpose, action: Action): AwsClients;
  azure(scope: Scope, purpose: Purpose, action: Action): AzureAccess;
  google(scope: Scope, purpose: Purpose, action: Action): GoogleAccess;
  /** Why nothing can be written in the scope, where that is known without asking the cloud. */
  whyNoWrite?(scope: Scope): string | undefined;
}

type RestAccess = Pick<RestOptions, 'retry' | 'timeoutMilliseconds' | 'httpClient'>;

/** Credential, transport and retries of Azure Resource Manager. */
export interface AzureAccess extends RestAccess {
  readonly credential: TokenCredential;
}

/** The same for Google's REST APIs, and how its gRPC clients are reached where that is not at Google's own address. */
export interface GoogleAccess extends RestAccess {
  readonly credential: GoogleCredential;
  readonly grpc?: GrpcSeam;
}

/** Tests send calls to a loopback server through this. */
export interface GrpcSeam {
  readonly apiEndpoint: string;
  readonly port: number;
  readonly sslCreds: NonNullable<ClientOptions['sslCreds']>;
}

/** Expected: the fleet has no identity for this cloud or this purpose. */
export class NoAccess extends Error {
  override readonly name = 'NoAccess';
}

/** One asset whose setting is read or written. */
export interface Target {
  readonly scope: Scope;
  readonly asset: { readonly id: string; readonly type: string; readonly name: string };
  aws(): AwsClients;
  azure(): AzureAccess;
  google(): GoogleAccess;
}

/** The target with one set of clients, and so one assumed role, for all that is asked of it. */
export function targetOf(
  access: RemediationAccess,
  { scope, asset }: Pick<Target, 'scope' | 'asset'>,
  purpose: Purpose,
  action: Action,
): Target {
  let clients: AwsClients | undefined;
  return {
    scope,
    asset,
    aws: () => {
      clients ??= access.aws(scope, purpose, action);
      return clients;
    },
    azure: () => access.azure(scope, purpose, action),
    google: () => access.google(scope, purpose, action),
  };
}
