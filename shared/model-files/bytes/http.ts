import { NOTHING, SourceChanged, SourceUnreadable } from './byte-source.ts';
import { type HttpClient, type HttpReply, httpClient } from './http-client.ts';
import type { OpenSource } from './open-source.ts';
import { bytesOfRange, contentRangeOf, rangeHeader } from './range-reply.ts';
import { namesLoopback, type Reach, type Resolve } from './reach.ts';
import { type Retrying, retried } from './retried.ts';

export interface HttpOptions {
  /** Default `public`. */
  readonly reach?: Reach;
  readonly timeoutMilliseconds?: number;
  readonly retrying?: Retrying;
  /** Of a server without ranges: up to which size the whole is taken. */
  readonly mostWhole?: number;
  /** Tests answer for the names of hosts. */
  readonly resolve?: Resolve;
}

/** As much as a reader asks for first, so that opening costs no request of its own. */
const FIRST_BYTES = 4096;
/** Of a server without ranges. */
export const MOST_WHOLE = 64 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Says which version of a file a reply is of. */
interface Validators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/**
 * A file behind an HTTP or HTTPS address, read by ranges of one version of it. Where the server tells neither an ETag
 * nor when the file was last modified, `version` is absent, and only a change of size would be noticed.
 */
export async function openHttp(address: URL, options: HttpOptions = {}): Promise<OpenSource> {
  const { reach = 'public', timeoutMilliseconds, resolve } = options;
  // Loopback is reached only where it was named: a public server does not send us there.
  const allowed = reach === 'named-loopback' && !namesLoopback(address) ? 'public' : reach;
  const client = httpClient({
    reach: allowed,
    ...(timeoutMilliseconds === undefined ? {} : { timeoutMilliseconds }),
    ...(resolve ? { resolve } : {}),
  });
  try {
    return await retried(() => opened(client, address, options), options.retrying);
  } catch (error) {
    client.close();
    throw error;
  }
}

async function opened(client: HttpClient, address: URL, options: HttpOptions): Promise<OpenSource> {
  const name = shownAddress(address);
  const { place, reply } = await followed(client, address);
  const validators = validatorsOf(reply);
  const version = validators.etag ?? validators.lastModified;
  const source = (size: number, read: OpenSource['read']): OpenSource => ({
    name,
    size,
    ...(version === undefined ? {} : { version }),
    read,
    close: async () => client.close(),
  });
  mustBeAsStored(reply);

  if (reply.status === 206) {
    const told = contentRangeOf(reply.header('content-range'));
    if (told?.size === undefined || !Number.isSafeInteger(told.size)) {
      reply.drop();
      throw new SourceUnreadable('the server does not say how large it is');
    }
    const { size } = told;
    const length = Math.min(FIRST_BYTES, size);
    const head = await bytesOfRange(reply, { from: 0, length, size });
    return source(size, (offset, wanted) => {
      const last = Math.min(offset + wanted, size);
      if (offset < 0 || offset >= last) return Promise.resolve(NOTHING);
      if (last <= head.length) return Promise.resolve(head.subarray(offset, last));
      const range = { from: offset, length: last - offset, size };
      return retried(() => rangeOf(client, place, range, validators), options.retrying);
    });
  }
  if (reply.status === 416 && /^bytes \*\/0$/i.test(reply.header('content-range') ?? '')) {
    reply.drop();
    return source(0, async () => NOTHING);
  }
  if (reply.status !== 200) {
    reply.drop();
    throw new SourceUnreadable(REFUSALS[reply.status] ?? `the server answered with ${reply.status}`);
  }
  const whole = await wholeOf(reply, options.mostWhole ?? MOST_WHOLE);
  client.close();
  return source(whole.length, async (offset, length) => whole.subarray(offset, offset + length));
}

const REFUSALS: Readonly<Record<number, string>> = {
  401: 'the server wants a login (401)',
  403: 'the server denies it (403)',
  404: 'there is nothing at the address (404)',
  410: 'there is nothing at the address any more (410)',
};

/** The first reply that is no redirect, to a request for the first bytes, and where it came from. */
async function followed(client: HttpClient, address: URL): Promise<{ place: Place; reply: HttpReply }> {
  let place: Place = { address, ...loginOf(address) };
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const reply = await client.send({
      method: 'GET',
      address: place.address,
      headers: { ...headersOf(place), range: rangeHeader(0, FIRST_BYTES) },
    });
    const location = reply.header('location');
    if (!REDIRECTS.has(reply.status) || location === undefined) return { place, reply };
    reply.drop();
    place = redirected(place, location);
  }
  throw new SourceUnreadable(`the server redirects more than ${MOST_REDIRECTS} times`);
}

export interface Place {
  readonly address: URL;
  /** Of the address that was given; goes to its own host only. */
  readonly authorization?: string;
}

function loginOf({ username, password }: URL): Pick<Place, 'authorization'> {
  if (username === '' && password === '') return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(login).toString('base64')}` };
}

/** Where a redirect leads to. Throws {@link SourceUnreadable} where it gives up encryption. */
export function redirected({ address, authorization }: Place, location: string): Place {
  if (!URL.canParse(location, address.href)) throw new SourceUnreadable('the server redirects to no address');
  const next = new URL(location, address);
  if (address.protocol === 'https:' && next.protocol !== 'https:')
    throw new SourceUnreadable('the server redirects from https to what is not');
  return {
    address: next,
    ...(authorization !== undefined && next.origin === address.origin ? { authorization } : {}),
  };
}

const headersOf = ({ authorization }: Place): Record<string, string> => ({
  accept: '*/*',
  'accept-encoding': 'identity',
  'user-agent': 'aispm',
  ...(authorization === undefined ? {} : { authorization }),
});

async function rangeOf(
  client: HttpClient,
  place: Place,
  range: { from: number; length: number; size: number },
  validators: Validators,
): Promise<Buffer> {
  const condition = conditionOf(validators);
  const reply = await client.send({
    method: 'GET',
    address: place.address,
    headers: {
      ...headersOf(place),
      range: rangeHeader(range.from, range.length),
      ...(condition === undefined ? {} : { 'if-range': condition }),
    },
  });
  try {
    // A range that has no place in the file any more, and a file that is not there any more, are changes too.
    const isGone = [404, 410, 412, 416].includes(reply.status);
    if (isGone || ([200, 206].includes(reply.status) && !isSame(validators, validatorsOf(reply))))
      throw new SourceChanged('the server has another version of it now');
    if (reply.status === 200) throw new SourceUnreadable('the server gives ranges only sometimes');
    if (reply.status !== 206)
      throw new SourceUnreadable(REFUSALS[reply.status] ?? `the server answered with ${reply.status}`);
    mustBeAsStored(reply);
  } catch (error) {
    reply.drop();
    throw error;
  }
  return bytesOfRange(reply, range);
}

const validatorsOf = (reply: HttpReply): Validators => ({
  etag: reply.header('etag'),
  lastModified: reply.header('last-modified'),
});

/** The ETag decides where there is one. A server that told a version and tells none now is not trusted to have kept it. */
const isSame = (before: Validators, now: Validators): boolean =>
  before.etag === undefined ? before.lastModified === now.lastModified : before.etag === now.etag;

/** A weak ETag is no condition for a range (RFC 9110, 13.1.5); it is compared all the same. */
const conditionOf = ({ etag, lastModified }: Validators): string | undefined =>
  etag === undefined ? lastModified : etag.startsWith('W/') ? undefined : etag;

/** A server that compresses on its way would give other bytes than those that are loaded. */
function mustBeAsStored(reply: HttpReply): void {
  const encoding = reply.header('content-encoding');
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return;
  reply.drop();
  throw new SourceUnreadable('the server sends it compressed, though it was asked not to');
}

async function wholeOf(reply: HttpReply, most: number): Promise<Buffer> {
  const told = reply.header('content-length');
  const length = told === undefined ? undefined : Number(told);
  if (length !== undefined && !(length <= most)) {
    reply.drop();
    throw new SourceUnreadable(
      `the server gives no ranges, and the whole is larger than the ${most} bytes that are taken then`,
    );
  }
  const whole = await reply.body(most);
  if (length !== undefined && whole.length !== length)
    throw new SourceUnreadable('the reply was shorter than it said');
  return whole;
}

/** Without login, query and fragment: they may hold a signature or a password. */
export function shownAddress({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}
