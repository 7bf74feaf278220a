import { EndpointServiceClient } from '@google-cloud/aiplatform/build/src/v1/endpoint_service_client.js';
import { OAuth2Client } from 'google-auth-library';
import { googleDialect } from '#connectors/gcp/dialect.ts';
import type { GoogleAccess } from './access.ts';
import { CloudRefusal } from './failure.ts';
import { orNoAccess } from './google.ts';
import type { IamPolicy } from './public-members.ts';

/** The message class; the client takes plain objects. */
type SetIamPolicyRequest = Parameters<EndpointServiceClient['setIamPolicy']>[0];

const TIMEOUT_MILLISECONDS = 30_000;

/**
 * Sets the IAM policy of a resource of Vertex AI, an endpoint or another, through the one client of
 * @google-cloud/aiplatform that is needed; import this module only when it is. It speaks gRPC, where the policies of
 * all resources are one service: its REST mode would ask v1, which has no policies of endpoints.
 */
export async function setVertexPolicy(
  { credential, grpc, timeoutMilliseconds }: GoogleAccess,
  { host, resource }: { readonly host: string; readonly resource: string },
  { version, bindings, etag }: IamPolicy,
): Promise<void> {
  const token = await orNoAccess(credential).getToken(googleDialect.tokenScope);
  const authClient = new OAuth2Client();
  authClient.setCredentials({
    access_token: token?.token ?? null,
    expiry_date: token?.expiresOnTimestamp ?? null,
  });
  const client = new EndpointServiceClient({ apiEndpoint: host, ...grpc, authClient });
  try {
    // The mask is “bindings, etag” where none is given: audit configs stay as they are.
    const request: Omit<SetIamPolicyRequest, 'toJSON'> = {
      resource,
      policy: { version, bindings, etag: Buffer.from(etag, 'base64') },
    };
    const options = { timeout: timeoutMilliseconds ?? TIMEOUT_MILLISECONDS };
    await client.setIamPolicy(request as SetIamPolicyRequest, options);
  } catch (error) {
    throw refusalOf(error) ?? error;
  } finally {
    // Closing the client leaves the channel of its policies open where nothing else was asked of it.
    await client.iamClient.close();
  }
}

/** google/rpc/code.proto, with the HTTP status that it maps each code to. */
const CODES: Readonly<Record<number, readonly [name: string, httpStatus: number]>> = {
  1: ['CANCELLED', 499],
  2: ['UNKNOWN', 500],
  3: ['INVALID_ARGUMENT', 400],
  4: ['DEADLINE_EXCEEDED', 504],
  5: ['NOT_FOUND', 404],
  6: ['ALREADY_EXISTS', 409],
  7: ['PERMISSION_DENIED', 403],
  8: ['RESOURCE_EXHAUSTED', 429],
  9: ['FAILED_PRECONDITION', 400],
  10: ['ABORTED', 409],
  11: ['OUT_OF_RANGE', 400],
  12: ['UNIMPLEMENTED', 501],
  13: ['INTERNAL', 500],
  14: ['UNAVAILABLE', 503],
  15: ['DATA_LOSS', 500],
  16: ['UNAUTHENTICATED', 401],
};

function refusalOf(error: unknown): CloudRefusal | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known = typeof code === 'number' ? CODES[code] : undefined;
  return known && new CloudRefusal(known[1], known[0]);
}
