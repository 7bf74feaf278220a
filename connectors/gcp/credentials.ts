import type { TokenCredential } from '@azure/identity';
import { type AuthClient, AwsClient, type AwsSecurityCredentials, GoogleAuth } from 'google-auth-library';
import type { Operation } from '../operation.ts';
import { googleDialect } from './dialect.ts';

/** A credential that also says what was refused when no token could be had. */
export interface GoogleCredential extends TokenCredential {
  readonly operation: Operation;
  /** Which step of getting a token an error is of, where there are several. */
  readonly refusedBy?: (error: unknown) => Operation;
}

export interface Federation {
  /** `//iam.googleapis.com/projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>` */
  readonly audience: string;
  /** Impersonated after the exchange; without it the federated identity itself reads. */
  readonly serviceAccount?: string;
  /** Where GetCallerIdentity is signed for; Google's STS calls it to learn the role. */
  readonly awsRegion: string;
  readonly awsCredentials: () => Promise<{
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  }>;
  /** In place of Google's own addresses. */
  readonly endpoints?: { readonly token: string; readonly impersonation: string };
}

const GOOGLE = {
  token: 'https://sts.googleapis.com/v1/token',
  impersonation: 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts',
};

/**
 * No stored key: Google's security token service takes a signed GetCallerIdentity request of the AWS role in
 * exchange for a token, with which a service account may then be impersonated.
 */
export function federatedCredential(federation: Federation): GoogleCredential {
  const { audience, serviceAccount, awsRegion, awsCredentials, endpoints = GOOGLE } = federation;
  const client = new AwsClient({
    type: 'external_account',
    audience,
    subject_token_type: 'urn:ietf:params:aws:token-type:aws4_request',
    token_url: endpoints.token,
    ...(serviceAccount
      ? {
          service_account_impersonation_url: `${endpoints.impersonation}/${serviceAccount}:generateAccessToken`,
        }
      : {}),
    aws_security_credentials_supplier: {
      getAwsRegion: async () => awsRegion,
      getAwsSecurityCredentials: async (): Promise<AwsSecurityCredentials> => {
        const { accessKeyId, secretAccessKey, sessionToken } = await awsCredentials();
        return { accessKeyId, secretAccessKey, ...(sessionToken ? { token: sessionToken } : {}) };
      },
    },
  });
  client.scopes = [googleDialect.tokenScope];
  return {
    ...credentialOf(async () => client, serviceAccount ? IMPERSONATION : EXCHANGE),
    refusedBy: (error) => {
      const address = addressIn(error);
      if (address === undefined) return OWN_IDENTITY;
      return address.startsWith(endpoints.token) ? EXCHANGE : IMPERSONATION;
    },
  };
}

/** The steps of {@link federatedCredential}: credentials of AWS, a token for them, and one of the service account for that. */
const OWN_IDENTITY: Operation = { id: 'sts:GetCallerIdentity', permission: 'credentials of an AWS role' };
const EXCHANGE: Operation = {
  id: 'sts.token',
  permission: 'a workload identity pool provider that trusts this AWS role',
};
const IMPERSONATION: Operation = {
  id: 'iamcredentials.serviceAccounts.generateAccessToken',
  permission: 'iam.serviceAccounts.getAccessToken',
};

/** Whom the request was for that an error of google-auth-library is about. */
function addressIn(error: unknown): string | undefined {
  const config = typeof error === 'object' && error !== null ? Reflect.get(error, 'config') : undefined;
  const url = typeof config === 'object' && config !== null ? Reflect.get(config, 'url') : undefined;
  return url === undefined ? undefined : String(url);
}

/** The person's own login: application default credentials (`gcloud auth application-default login`). */
export function applicationDefaultCredential(): GoogleCredential {
  const auth = new GoogleAuth({ scopes: [googleDialect.tokenScope] });
  return credentialOf(() => auth.getClient(), {
    id: 'oauth2.token',
    permission: 'application default credentials: gcloud auth application-default login',
  });
}

/** Tokens of google-auth-library for the REST transport, which refreshes them a while before they expire. */
function credentialOf(client: () => Promise<AuthClient>, operation: Operation): GoogleCredential {
  return {
    operation,
    getToken: async () => {
      const auth = await client();
      const { token } = await auth.getAccessToken();
      if (!token) throw new Error('no access token was given');
      return { token, expiresOnTimestamp: auth.credentials.expiry_date ?? Date.now() + SHORTEST_LIFE };
    },
  };
}

/** Where the library does not say when a token expires: it keeps and refreshes its own. */
const SHORTEST_LIFE = 5 * 60_000;
