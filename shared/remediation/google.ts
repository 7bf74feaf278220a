import type { TokenCredential } from '@azure/identity';
import type { GoogleCredential } from '#connectors/gcp/credentials.ts';
import { googleDialect } from '#connectors/gcp/dialect.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { type GoogleAccess, NoAccess } from './access.ts';
import { CloudRefusal, jsonIn } from './failure.ts';

export interface GoogleRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly address: URL;
  readonly body?: JsonObject;
}

/** What one of Google's REST APIs answers. Throws {@link CloudRefusal} or {@link NoAccess}. */
export async function askGoogle(
  access: GoogleAccess,
  { method, address, body }: GoogleRequest,
): Promise<JsonObject> {
  // Only where there is something to do in Google Cloud: the pipeline takes long to load.
  const { restTransport } = await import('#connectors/rest-transport.ts');
  const send = restTransport(googleDialect, { ...access, credential: orNoAccess(access.credential) });
  const { status, text } = await send(
    { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
    address,
  );
  const reply = jsonIn(text);
  if (status < 200 || status > 299) throw new CloudRefusal(status, errorCodeIn(reply));
  if (!isObject(reply)) throw new CloudRefusal(status, 'MalformedReply');
  return reply;
}

/** A credential whose refusal says what is to be granted for a token, and nothing that was sent for it. */
export const orNoAccess = ({ operation, getToken }: GoogleCredential): TokenCredential => ({
  getToken: async (...asked) => {
    try {
      return await getToken(...asked);
    } catch (error) {
      const kind = error instanceof Error ? error.name : 'Error';
      throw new NoAccess(
        `no token for Google Cloud (${operation.id}: ${kind}): grant ${operation.permission}`,
      );
    }
  },
});

/** `error.status` of AIP-193; Cloud Storage has a reason in its place. */
function errorCodeIn(reply: unknown): string | undefined {
  const error = isObject(reply) && isObject(reply['error']) ? reply['error'] : {};
  const [first] = Array.isArray(error['errors']) ? error['errors'] : [];
  const code = error['status'] ?? (isObject(first) ? first['reason'] : undefined);
  return typeof code === 'string' ? code : undefined;
}
