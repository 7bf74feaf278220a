import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDefaultHttpClient, createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import type { Federation, GoogleCredential } from '#connectors/gcp/credentials.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { GcpDescription } from '../description.ts';
import { answerBroken, type Fault, Faults } from '../faults.ts';
import { type PageSize, pageSizeFor, SMALL_PAGES } from '../paging.ts';
import { type Answer, distorted, googleError, refusal } from './faulty.ts';
import { type Content, type GcpState, type Hierarchy, routeOf } from './routes.ts';
import { answerToken, isAccepted, TOKEN } from './tokens.ts';
import { writeOf } from './writes.ts';

export interface GcpRequest {
  /** As connectors declare it: `aiplatform.models.list`; token requests as `sts.token`. */
  readonly operation: string;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
}

export interface GcpEstate {
  readonly port: number;
  /** Sends requests for `https://*.googleapis.com` to the loopback server and refuses every other host. */
  readonly httpClient: HttpClient;
  /** A token that the server accepts, without asking anybody. */
  readonly credential: GoogleCredential;
  /** Addresses of the token services, for a federated credential. */
  readonly endpoints: NonNullable<Federation['endpoints']>;
  readonly requests: GcpRequest[];
  readonly faults: Faults;
  /** Projects as they stand: a test may change, add and delete what is in them between scans. */
  readonly state: GcpState;
  close(): Promise<void>;
}

export interface GcpEstateOptions {
  readonly pageSize?: PageSize;
  readonly hierarchy?: Hierarchy;
  /** Hosts of APIs that are not enabled in any project. */
  readonly disabled?: readonly string[];
  /** Whether Cloud Asset Inventory is enabled; it is not unless asked for, so that lists are what is read. */
  readonly inventory?: boolean;
  /** Zones that Workbench says it could not reach. */
  readonly unreachable?: readonly string[];
}

const INVENTORY = 'cloudasset.googleapis.com';

const HOST_HEADER = 'x-original-host';

/** Google Cloud’s REST APIs and its token services on loopback, answering from a description. */
export async function startGcpEstate(
  description: GcpDescription,
  faults: Faults = new Faults(),
  {
    pageSize = SMALL_PAGES,
    hierarchy = {},
    disabled = [],
    unreachable = [],
    inventory = false,
  }: GcpEstateOptions = {},
): Promise<GcpEstate> {
  const { projects, bucketsOfOthers = [] } = structuredClone(description);
  const state: GcpState = { projects, hierarchy, bucketsOfOthers, disabled };
  const requests: GcpRequest[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const { host, url } = addressed(request);
    const method = request.method ?? 'GET';
    const token = answerToken(host, method, url.pathname, body, request.headers.authorization);
    const routed = token
      ? undefined
      : routeOf(method, host, decodeURIComponent(url.pathname), url.searchParams);
    const written = routed || token ? undefined : writeOf(method, host, decodeURIComponent(url.pathname));
    const operation =
      token?.operation ?? routed?.route.operation ?? written?.operation ?? `${method} ${host}${url.pathname}`;
    requests.push({ operation, host, method, path: url.pathname, query: url.search });
    const fault = faults.take(operation);
    const refused = fault && refusal(fault, host, operation);
    const { status, body: json, headers } = refused ?? token?.answer ?? fromRoute();
    if (fault && answerBroken(fault, response, JSON.stringify(json))) return;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));

    function fromRoute(): Answer {
      if (!isAccepted(request.headers.authorization))
        return googleError(host, 401, 'UNAUTHENTICATED', 'CREDENTIALS_MISSING', 'No valid credential.');
      if (disabled.includes(host) || (host === INVENTORY && !inventory))
        return googleError(host, 403, 'PERMISSION_DENIED', 'SERVICE_DISABLED', `${host} is not enabled.`);
      const change = written?.answer(state, body, url.searchParams);
      if (change) return change;
      if (!routed) return googleError(host, 404, 'NOT_FOUND', 'notFound', 'Not found.');
      const content = routed.route.content(state, routed.groups, url.searchParams, body);
      if (!content) return googleError(host, 400, 'INVALID_ARGUMENT', 'badRequest', 'Not supported.');
      const answered = rendered(content, operation, url, fault);
      if (!answered) return googleError(host, 404, 'NOT_FOUND', 'notFound', 'The resource was not found.');
      const omits = unreachable.length > 0 && operation === 'notebooks.instances.list';
      return { status: 200, body: omits ? { ...answered, unreachable: [...unreachable] } : answered };
    }
  }

  function rendered(content: Content, operation: string, url: URL, fault?: Fault): JsonObject | undefined {
    if ('resource' in content) return content.resource && distorted(fault, operation, content.resource);
    const elements = content.elements.map((element) => distorted(fault, operation, element));
    const asked = url.searchParams.get('pageSize') ?? url.searchParams.get('maxResults');
    const size = pageSizeFor(pageSize, operation, asked);
    return page(content.key, elements, size, url.searchParams.get('pageToken'), fault);
  }

  /** An empty list and an empty token are left out, as ProtoJSON does. */
  function page(
    key: string,
    elements: readonly JsonObject[],
    size: number,
    token: string | null,
    fault?: Fault,
  ): JsonObject {
    if (fault?.kind === 'empty-page-with-next' && token === null) return { nextPageToken: 'from:0' };
    const start = fault?.kind === 'repeated-next' ? 0 : Number(token?.replace('from:', '') ?? 0);
    const shown = elements.slice(start, start + size);
    const more = start + size < elements.length;
    return {
      ...(fault?.kind === 'unknown-field' ? { unheardOf: ['x'] } : {}),
      ...(shown.length > 0 ? { [key]: shown } : {}),
      ...(fault?.kind === 'repeated-next'
        ? { nextPageToken: 'again' }
        : more
          ? { nextPageToken: `from:${start + size}` }
          : {}),
    };
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = originOf(port);

  return {
    port,
    ...loopbackClient(port),
    endpoints: {
      token: `${origin}/sts.googleapis.com/v1/token`,
      impersonation: `${origin}/iamcredentials.googleapis.com/v1/projects/-/serviceAccounts`,
    },
    requests,
    faults,
    state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** google-auth-library speaks to its own addresses, in which the host is the first segment of the path. */
function addressed({ headers, url }: IncomingMessage): { host: string; url: URL } {
  const original = headers[HOST_HEADER];
  const [, first = '', rest = '/'] = /^\/([^/]+)(\/.*)$/s.exec(url ?? '/') ?? [];
  return typeof original === 'string'
    ? { host: original, url: new URL(url ?? '/', `https://${original}`) }
    : { host: first, url: new URL(rest, 'https://loopback') };
}

const originOf = (port: number): string => `http://127.0.0.1:${port}`;

/** How a client, in whichever process, reaches the loopback server at a port. */
export const loopbackClient = (port: number): Pick<GcpEstate, 'httpClient' | 'credential'> => ({
  httpClient: redirecting(originOf(port)),
  credential: {
    operation: { id: 'estate.token', permission: 'none' },
    getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }),
  },
});

/** Redirects at the last hop, after signing: no policy of the pipeline sees anything but Google’s address. */
function redirecting(origin: string): HttpClient {
  const client = createDefaultHttpClient();
  return {
    sendRequest: (request) => {
      const url = new URL(request.url);
      if (url.protocol !== 'https:' || !url.hostname.endsWith('.googleapis.com'))
        throw new Error(`the estate has no ${url.origin}`);
      // A copy: the pipeline sends the same request again when it retries.
      const headers = createHttpHeaders(request.headers.toJSON());
      headers.set(HOST_HEADER, url.hostname);
      return client.sendRequest({
        ...request,
        headers,
        url: `${origin}${url.pathname}${url.search}`,
        allowInsecureConnection: true,
      });
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
