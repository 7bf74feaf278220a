import type { BucketPlace } from '#shared/artefacts/place.ts';
import { UsageError } from '../surroundings.ts';

/** What a word of the command line names. */
export type Target =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'web'; readonly address: URL }
  | { readonly kind: 'object'; readonly place: BucketPlace; readonly object: string }
  | { readonly kind: 'prefix'; readonly place: BucketPlace; readonly prefix: string };

const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/;
/** https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-name */
const ACCOUNT = /^[a-z0-9]{3,24}$/;
const CONTAINER = /^[a-z0-9$][a-z0-9-]{1,62}$/;
const BLOB_HOST = /^([a-z0-9]{3,24})\.blob\.core\.windows\.net$/;

/** Throws a UsageError for what names nothing. */
export function targetOf(word: string): Target {
  const [, scheme, rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]+):\/\/(.*)$/s.exec(word) ?? [];
  switch (scheme?.toLowerCase()) {
    case undefined:
      return { kind: 'path', path: word };
    case 's3':
      return inBucket('aws', word, rest);
    case 'gs':
      return inBucket('gcp', word, rest);
    case 'az': {
      if (/\?.*\bsig=/s.test(rest))
        throw new UsageError(
          'az:// is read with your login; to read with a signature, name the https address',
        );
      const [, account = '', container = '', blob = ''] = /^([^/]*)\/([^/]*)\/?(.*)$/s.exec(rest) ?? [];
      return inContainer(word, account, container, blob);
    }
    case 'http':
    case 'https':
      return onTheWeb(word);
    default:
      throw new UsageError(
        `${word}: nothing is read from ${scheme}://; a path, s3://, gs://, az:// or https:// is wanted`,
      );
  }
}

function inBucket(cloud: 'aws' | 'gcp', word: string, rest: string): Target {
  const [, bucket = '', object = ''] = /^([^/]*)\/?(.*)$/s.exec(rest) ?? [];
  if (!BUCKET.test(bucket)) throw new UsageError(`${word}: there is no bucket of that name`);
  return objectOrPrefix({ cloud, bucket }, object);
}

function inContainer(word: string, account: string, container: string, blob: string): Target {
  if (!ACCOUNT.test(account) || !CONTAINER.test(container))
    throw new UsageError(`${word}: az://account/container/blob is wanted`);
  return objectOrPrefix({ cloud: 'azure', account, container }, blob);
}

const objectOrPrefix = (place: BucketPlace, object: string): Target =>
  object === '' || object.endsWith('/')
    ? { kind: 'prefix', place, prefix: object }
    : { kind: 'object', place, object };

/** The address of a blob is read with the login, unless it carries a signature of its own. */
function onTheWeb(word: string): Target {
  if (!URL.canParse(word)) throw new UsageError('an address that begins with http is none');
  const address = new URL(word);
  const [, account] = BLOB_HOST.exec(address.hostname) ?? [];
  if (account !== undefined && address.protocol === 'https:' && !address.searchParams.has('sig')) {
    const [, container = '', blob = ''] = /^\/([^/]*)\/?(.*)$/s.exec(decodedPath(address)) ?? [];
    return inContainer(`https://${address.host}`, account, container, blob);
  }
  if (address.pathname.endsWith('/'))
    throw new UsageError(`${address.origin}${address.pathname}: a web server lists no files; name one`);
  return { kind: 'web', address };
}

function decodedPath({ pathname, host }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) throw new UsageError(`https://${host}: its path is not well escaped`);
    throw error;
  }
}
