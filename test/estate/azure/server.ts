import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { ARM } from '#connectors/azure/dialect.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { AzureDescription } from '../description.ts';
import { answerBroken, type Fault, Faults } from '../faults.ts';
import { type PageSize, pageSizeFor, SMALL_PAGES } from '../paging.ts';
import { armAddress, operationOf } from './address.ts';
import { type Answer, armError, distorted, refusal } from './faulty.ts';
import { answerGraph, GRAPH } from './graph.ts';
import { ArmStore } from './store.ts';
import { isAnswer, ruled } from './write-rules.ts';

export const ENTRA = 'https://login.microsoftonline.com';
/** Whom the token of the estate is for: an application. */
export const READER = 'aaaaaaaa-0000-4000-8000-0000000000aa';

const encoded = (part: JsonObject): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Of the form of Entra's, and signed by nobody. */
const TOKEN = `${encoded({ typ: 'JWT', alg: 'none' })}.${encoded({ oid: READER, idtyp: 'app' })}.loopback`;

export interface AzureRequest {
  /** As connectors declare it: `Microsoft.CognitiveServices/accounts/list`; writes end in `/write`, `/delete`. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
}

export interface AzureEstate {
  readonly port: number;
  /** For clients of Resource Manager and of Entra ID: sends both to the loopback server and refuses the rest. */
  readonly httpClient: HttpClient;
  /** A token that the server accepts, without asking anybody. */
  readonly credential: TokenCredential;
  readonly requests: AzureRequest[];
  readonly faults: Faults;
  /** Resources as they stand: a test may change, add and delete them between scans. */
  readonly store: ArmStore;
  close(): Promise<void>;
}

export interface AzureEstateOptions {
  readonly pageSize?: PageSize;
}

/** Azure Resource Manager and Entra's token endpoint on loopback, answering from a description. */
export async function startAzureEstate(
  description: AzureDescription,
  faults: Faults = new Faults(),
  { pageSize = SMALL_PAGES }: AzureEstateOptions = {},
): Promise<AzureEstate> {
  const store = new ArmStore();
  for (const [subscription, { resources }] of Object.entries(description.subscriptions))
    for (const resource of resources) store.add(subscription, structuredClone(resource));
  const requests: AzureRequest[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const url = new URL(request.url ?? '/', ARM);
    const method = request.method ?? 'GET';
    if (url.pathname.includes('/oauth2/') || url.pathname.includes('/.well-known/'))
      return answerEntra(url, response);
    const path = decodeURI(url.pathname).replace(/\/$/, '');
    const operation = operationOf(method, path);
    requests.push({ operation, method, path, query: url.search });
    const fault = faults.take(operation);
    const {
      status,
      body: json,
      headers,
    } = refused(request, url, fault, operation, path) ?? content(method, path, url, body, fault);
    if (fault && answerBroken(fault, response, JSON.stringify(json))) return;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
  }

  function refused(
    { headers }: IncomingMessage,
    url: URL,
    fault: Fault | undefined,
    operation: string,
    path: string,
  ): Answer | undefined {
    if (headers.authorization !== `Bearer ${TOKEN}`)
      return armError(401, 'AuthenticationFailed', 'Authentication failed.');
    if (!url.searchParams.has('api-version'))
      return armError(400, 'MissingApiVersionParameter', 'The api-version query parameter is required.');
    return fault && refusal(fault, operation, path);
  }

  function content(method: string, path: string, url: URL, body: string, fault: Fault | undefined): Answer {
    const address = armAddress(path);
    if (!address) return armError(404, 'NotFound', path);
    const subscription = /^\/subscriptions\/([^/]+)\//.exec(path)?.[1];
    if (subscription !== undefined && !(subscription in description.subscriptions))
      return armError(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`);
    if (address.type === GRAPH) return answerGraph(store, body, pageSize, fault);
    if (method !== 'GET') return write(method, path, body);
    if (address.of === 'resource') {
      const resource = store.get(path);
      return resource
        ? { status: 200, body: asObject(distorted(fault, address.type, resource)) }
        : armError(404, 'ResourceNotFound', `The Resource '${path}' was not found.`);
    }
    const elements = listed(path, url);
    return elements
      ? { status: 200, body: page(elements, address.type, operationOf(method, path), url, fault) }
      : armError(404, 'ParentResourceNotFound', 'The parent resource was not found.');
  }

  function write(method: string, path: string, body: string): Answer {
    if (method === 'DELETE') return { status: store.delete(path) ? 200 : 204, body: {} };
    const json: unknown = JSON.parse(body || '{}');
    if (!isObject(json)) return armError(400, 'InvalidRequestContent', 'The body is not an object.');
    if (method === 'PUT') return { status: 200, body: store.write(path, json, 'replace') };
    if (method !== 'PATCH') return armError(405, 'MethodNotAllowed', method);
    const present = store.get(path);
    if (!present) return armError(404, 'ResourceNotFound', `The Resource '${path}' was not found.`);
    const made = ruled(armAddress(path)?.type ?? '', json, present);
    return isAnswer(made) ? made : { status: 200, body: store.write(path, made, 'merge') };
  }

  function listed(path: string, url: URL): JsonObject[] | undefined {
    if (/^\/subscriptions$/i.test(path))
      return Object.entries(description.subscriptions).map(([subscriptionId, { name }]) => ({
        id: `/subscriptions/${subscriptionId}`,
        subscriptionId,
        displayName: name ?? subscriptionId,
        state: 'Enabled',
        tenantId: description.tenantId,
      }));
    if (/\/managementGroups\/[^/]+\/descendants$/i.test(path)) return descendants();
    const elements = store.list(path);
    const filter = url.searchParams.get('$filter');
    const principal = /^(?:principalId eq |assignedTo\()'([^']+)'\)?$/.exec(filter ?? '')?.[1];
    if (principal !== undefined)
      return elements?.filter(
        ({ properties }) => isObject(properties) && properties['principalId'] === principal,
      );
    if (!elements || filter !== 'atScope()') return elements;
    const subscription = /^\/subscriptions\/[^/]+/i.exec(path)?.[0].toLowerCase() ?? '';
    return elements.filter(({ properties }) => {
      const scope = isObject(properties) ? String(properties['scope']).toLowerCase() : '';
      return scope === subscription || !scope.startsWith('/subscriptions/');
    });
  }

  function descendants(): JsonObject[] {
    const parent = { id: '/providers/Microsoft.Management/managementGroups/ai' };
    return [
      {
        id: parent.id,
        type: 'Microsoft.Management/managementGroups',
        name: 'ai',
        properties: {
          displayName: 'AI',
          parent: { id: '/providers/Microsoft.Management/managementGroups/root' },
        },
      },
      ...Object.entries(description.subscriptions).map(([subscriptionId, { name }]) => ({
        id: `/subscriptions/${subscriptionId}`,
        type: '/subscriptions',
        name: subscriptionId,
        properties: { displayName: name ?? subscriptionId, parent },
      })),
    ];
  }

  function page(
    elements: readonly JsonObject[],
    type: string,
    operation: string,
    url: URL,
    fault: Fault | undefined,
  ): JsonObject {
    const token = url.searchParams.get('$skipToken');
    const next = (skipToken: string): string => {
      const link = new URL(url);
      link.searchParams.set('$skipToken', skipToken);
      return link.href;
    };
    if (fault?.kind === 'empty-page-with-next' && token === null) return { value: [], nextLink: next('0') };
    const start = Number(token ?? 0);
    const end = start + pageSizeFor(pageSize, operation, url.searchParams.get('$top'));
    const value = elements.slice(start, end).map((element) => distorted(fault, type, element));
    if (fault?.kind === 'repeated-next') return { value, nextLink: next(String(start)) };
    return end < elements.length ? { value, nextLink: next(String(end)) } : { value };
  }

  function answerEntra(url: URL, response: ServerResponse): void {
    const operation = 'Microsoft.Entra/token';
    const json = (status: number, body: JsonObject) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname.includes('/.well-known/')) {
      json(200, openIdConfiguration(description.tenantId));
      return;
    }
    requests.push({ operation, method: 'POST', path: url.pathname, query: '' });
    const fault = faults.take(operation);
    if (fault?.kind === 'denied') {
      json(401, {
        error: 'invalid_client',
        error_description: 'AADSTS700213: No matching federated identity record found.',
        error_codes: [700213],
      });
      return;
    }
    const granted = { access_token: TOKEN, token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600 };
    if (fault && answerBroken(fault, response, JSON.stringify(granted))) return;
    const refused = fault && refusal(fault, operation, url.pathname);
    json(refused?.status ?? 200, refused?.body ?? granted);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const { status, body } = armError(500, 'LoopbackDefect', String(error));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    port,
    ...loopbackClient(port),
    requests,
    faults,
    store,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** How a client, in whichever process, reaches the loopback server at a port. */
export const loopbackClient = (port: number): Pick<AzureEstate, 'httpClient' | 'credential'> => ({
  httpClient: loopbackHttpClient(`http://127.0.0.1:${port}`),
  credential: {
    getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }),
  },
});

/**
 * The Azure client insists on https, and its retry policy sends the same request object again: so the address
 * is changed at the last hop, on a copy. Whatever leads elsewhere is refused, so that no test leaves loopback.
 */
function loopbackHttpClient(loopback: string): HttpClient {
  const inner = createDefaultHttpClient();
  return {
    async sendRequest(request) {
      const { origin, pathname, search } = new URL(request.url);
      if (origin !== ARM && origin !== ENTRA) throw new Error(`the loopback estate refuses ${origin}`);
      const hop = Object.assign(Object.create(Object.getPrototypeOf(request)), request, {
        url: `${loopback}${pathname}${search}`,
        allowInsecureConnection: true,
      });
      return Object.assign(await inner.sendRequest(hop), { request });
    },
  };
}

function openIdConfiguration(tenantId: string): JsonObject {
  const issuer = `${ENTRA}/${tenantId}`;
  return {
    issuer: `${issuer}/v2.0`,
    authorization_endpoint: `${issuer}/oauth2/v2.0/authorize`,
    token_endpoint: `${issuer}/oauth2/v2.0/token`,
    jwks_uri: `${issuer}/discovery/v2.0/keys`,
    end_session_endpoint: `${issuer}/oauth2/v2.0/logout`,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function asObject(value: unknown): JsonObject {
  if (!isObject(value)) throw new Error('a resource is an object');
  return value;
}
