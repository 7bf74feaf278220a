import type { TokenCredential } from '@azure/identity';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { HttpReply } from '#shared/model-files/bytes/http-client.ts';
import { rangeHeader } from '#shared/model-files/bytes/range-reply.ts';
import { bearer } from './bearer.ts';
import { blobListOf } from './blob-list.ts';
import { type Bucket, listedUntil } from './bucket.ts';
import { objectRequests, pinnedObject, type RestSeams } from './rest-objects.ts';

export interface AzureContainerOptions extends RestSeams {
  readonly credential: TokenCredential;
  readonly account: string;
  readonly container: string;
}

const TOKEN_SCOPE = 'https://storage.azure.com/.default';
/** Reads with a token of Entra ID want 2017-11-09 or later. */
const API_VERSION = '2023-11-03';
/** The data action of what is sent below; a list takes it too. */
export const READING_BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read';
const MOST_REPLY_BYTES = 16 * 1024 * 1024;

/** A container of Azure Blob Storage. A blob is read as long as it has the ETag that it has when it is opened. */
export function azureContainer(options: AzureContainerOptions): Bucket {
  const { credential, account, container } = options;
  const endpoint = options.endpoint ?? `https://${account}.blob.core.windows.net`;
  const authorization = bearer(credential, TOKEN_SCOPE);
  const headers = { 'x-ms-version': API_VERSION };
  const addressOf = (blob: string, version: string | undefined): URL => {
    const address = new URL(`${endpoint}/${container}/${blob.split('/').map(pathSegment).join('/')}`);
    if (version !== undefined) address.searchParams.set('versionid', version);
    return address;
  };

  return {
    async open(blob, version) {
      const requests = objectRequests(authorization, options);
      const address = addressOf(blob, version);
      try {
        const { etag, size, modifiedAt } = await requests.ask(
          { method: 'HEAD', address, headers },
          propertiesOf,
        );
        return pinnedObject({
          name: `az://${account}/${container}/${blob}`,
          size,
          version: etag,
          revision: etag,
          ...(modifiedAt === undefined ? {} : { modifiedAt }),
          requests,
          requestFor: (from, length) => ({
            method: 'GET',
            address,
            headers: { ...headers, 'x-ms-range': rangeHeader(from, length), 'if-match': etag },
          }),
          isOther: (reply) => reply.header('etag') !== etag,
          refusalOf: async (reply) => refusalOf(reply),
        });
      } catch (error) {
        requests.close();
        throw error;
      }
    },

    async listObjects(prefix, most) {
      const requests = objectRequests(authorization, options);
      try {
        return await listedUntil(most, (marker) => {
          const address = new URL(`${endpoint}/${container}`);
          address.searchParams.set('restype', 'container');
          address.searchParams.set('comp', 'list');
          address.searchParams.set('prefix', prefix);
          address.searchParams.set('maxresults', String(Math.min(most + 1, 5000)));
          if (marker !== undefined) address.searchParams.set('marker', marker);
          return requests.ask({ method: 'GET', address, headers }, async (reply) => {
            if (reply.status !== 200) throw refusalOf(reply);
            return blobListOf((await reply.body(MOST_REPLY_BYTES)).toString('utf8'));
          });
        });
      } finally {
        requests.close();
      }
    },
  };
}

async function propertiesOf(
  reply: HttpReply,
): Promise<{ etag: string; size: number; modifiedAt: string | undefined }> {
  if (reply.status !== 200) throw refusalOf(reply);
  const etag = reply.header('etag');
  const size = Number(reply.header('content-length') ?? Number.NaN);
  if (etag === undefined || !Number.isSafeInteger(size))
    throw new SourceUnreadable('Blob Storage told neither its ETag nor its size');
  return { etag, size, modifiedAt: instantOf(reply.header('last-modified')) };
}

/** `Sun, 27 Sep 2009 18:41:57 GMT` as an ISO instant. */
function instantOf(date: string | undefined): string | undefined {
  const milliseconds = Date.parse(date ?? '');
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

/** `.` and `..`, escaped as well, would mean another blob. */
const pathSegment = (segment: string): string => {
  if (segment === '.' || segment === '..')
    throw new SourceUnreadable('its name has a segment that no address can hold');
  return encodeURIComponent(segment);
};

/** https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes; the body of a refusal is not told. */
function refusalOf(reply: HttpReply): SourceUnreadable {
  const code = reply.header('x-ms-error-code');
  const { status } = reply;
  if (code === 'BlobArchived')
    return new SourceUnreadable('it is archived, and has to be rehydrated before it can be read');
  if (code === 'AuthorizationFailure')
    return new SourceUnreadable(
      `Blob Storage denies it (403), as where the firewall of the account lets nobody in from here; it needs ${READING_BLOBS}`,
      'denied',
    );
  if (status === 401)
    return new SourceUnreadable(
      `Blob Storage does not know the login (401); it needs ${READING_BLOBS}`,
      'denied',
    );
  if (status === 403)
    return new SourceUnreadable(`Blob Storage denies it (403); it needs ${READING_BLOBS}`, 'denied');
  if (status === 404) return new SourceUnreadable('there is no such blob or container (404)', 'not-found');
  return new SourceUnreadable(`Blob Storage answered with ${status}`);
}
