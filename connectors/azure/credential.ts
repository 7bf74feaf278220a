import { GetWebIdentityTokenCommand, STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import type { HttpClient } from '@azure/core-rest-pipeline';
import {
  AzureCliCredential,
  ChainedTokenCredential,
  ClientAssertionCredential,
  EnvironmentCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';

/** What Entra ID expects of a token that is exchanged for one of its own. */
export const AUDIENCE = 'api://AzureADTokenExchange';
const LIFETIME_SECONDS = 900;
const EARLY_MILLISECONDS = 60_000;

export interface FederatedCredentialOptions {
  readonly tenantId: string;
  /** The app registration whose federated credential trusts the issuer of this AWS account and the role. */
  readonly clientId: string;
  /** Region, credentials and endpoint of the AWS side. */
  readonly sts?: STSClientConfig;
  /** Tests send Entra's requests to a loopback server through this. */
  readonly httpClient?: HttpClient;
}

/** AWS did not vouch for the role, so Entra was never asked. */
export class AssertionRefused extends Error {
  /** The name of the AWS error, `OutboundWebIdentityFederationDisabledException`. */
  readonly reason: string;

  constructor(reason: string) {
    super(`sts:GetWebIdentityToken: ${reason}`);
    this.name = 'AssertionRefused';
    this.reason = reason;
  }
}

/**
 * Entra ID by the AWS role that the caller has: STS signs a token that names the role, Entra exchanges it.
 * Nothing secret is stored anywhere.
 */
export function federatedCredential({
  tenantId,
  clientId,
  sts,
  httpClient,
}: FederatedCredentialOptions): TokenCredential {
  const assertion = webIdentityToken(new STSClient(sts ?? {}));
  const credential = new ClientAssertionCredential(tenantId, clientId, assertion.get, {
    // The tenant is configured, so nobody needs to ask Microsoft which cloud it lives in.
    disableInstanceDiscovery: true,
    ...(httpClient ? { httpClient } : {}),
  });
  return {
    async getToken(scopes, options) {
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        // The Azure library wraps what the callback threw and loses its type.
        throw assertion.takeRefusal() ?? error;
      }
    },
  };
}

/** One token until a minute before it ends: the library asks for it twice per exchange. */
function webIdentityToken(sts: STSClient) {
  let current: { readonly token: string; readonly endsAt: number } | undefined;
  let refusal: AssertionRefused | undefined;

  async function fetchToken(): Promise<{ token: string; endsAt: number }> {
    const { WebIdentityToken, Expiration } = await sts.send(
      new GetWebIdentityTokenCommand({
        Audience: [AUDIENCE],
        SigningAlgorithm: 'RS256',
        DurationSeconds: LIFETIME_SECONDS,
      }),
    );
    if (!WebIdentityToken) throw new AssertionRefused('EmptyToken');
    return {
      token: WebIdentityToken,
      endsAt: Expiration?.getTime() ?? Date.now() + LIFETIME_SECONDS * 1000,
    };
  }

  return {
    async get(): Promise<string> {
      if (current && current.endsAt - EARLY_MILLISECONDS > Date.now()) return current.token;
      try {
        current = await fetchToken();
        return current.token;
      } catch (error) {
        refusal =
          error instanceof AssertionRefused
            ? error
            : new AssertionRefused(error instanceof Error ? error.name : 'UnknownError');
        throw refusal;
      }
    },
    takeRefusal(): AssertionRefused | undefined {
      const taken = refusal;
      refusal = undefined;
      return taken;
    },
  };
}

/**
 * The login of whoever sits at the terminal: environment variables, a workload identity, or `az login`. No
 * browser, no device code and no managed identity: none of them belongs to a scan that runs by itself.
 */
export function ownCredential({ tenantId }: { readonly tenantId?: string } = {}): TokenCredential {
  const options = tenantId === undefined ? {} : { tenantId };
  return new ChainedTokenCredential(
    new EnvironmentCredential(),
    workloadIdentity(options),
    new AzureCliCredential(options),
  );
}

/** It throws on construction where its variables are unset; the chain wants to be told that when asked. */
function workloadIdentity(options: { readonly tenantId?: string }): TokenCredential {
  return {
    getToken: async (scopes, request) => new WorkloadIdentityCredential(options).getToken(scopes, request),
  };
}
