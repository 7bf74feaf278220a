import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { type Connector, scanOperationsOf } from '#connectors/connector.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import type { RestOperation } from '#connectors/operation.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Coverage } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { cloudOf, readingOf, scan } from '../connectors/gcp/scan.ts';
import { type GoogleAddress, type GoogleReply, googleAddress } from './gcp-replies.ts';
import { lostFrom } from './lost.ts';

/** How a reply went through the connectors. */
export interface Replayed {
  readonly how: 'list' | 'get' | 'elements';
  /** What was not asked, not read to its end or lost on the way. */
  readonly problems: readonly string[];
  readonly assets: readonly Asset[];
}

export interface NotReplayed {
  readonly notReplayed: string;
}

export const isReplayed = (outcome: Replayed | NotReplayed): outcome is Replayed =>
  !('notReplayed' in outcome);

/** Changes a request on its way, to see that it matters. */
export type Tampering = (address: URL) => URL;

/** What was recorded of an API of another kind of thing, under the same name. */
const OTHER_THINGS: Readonly<Record<string, string>> = {
  'notebooks.googleapis.com/v1/projects/locations/instances':
    'user-managed notebooks, before v2 was the API of Workbench',
};

/** A connector that reads what an address is of, and the operation that lists it. */
function readerOf({ service, collections }: GoogleAddress) {
  for (const connector of gcpConnectors)
    for (const operation of scanOperationsOf(connector)) {
      const { url, items } = operation as RestOperation;
      const own = googleAddress(url);
      if (items && own.of === 'list' && own.service === service && own.collections === collections)
        return { connector: connector as Connector, list: operation as RestOperation, own };
    }
  return undefined;
}

/** Sends one reply through the operations of ours that ask for it. */
export async function replayed(reply: GoogleReply, tampering?: Tampering): Promise<Replayed | NotReplayed> {
  const address = googleAddress(reply.url.href);
  const { service, version, collections, of } = address;
  const name = `${service}/${version}/${collections}`;
  if (OTHER_THINGS[name] !== undefined) return { notReplayed: `${name}: ${OTHER_THINGS[name]}` };
  const reader = readerOf(address);
  if (!reader) return { notReplayed: `${name}: no connector reads it` };
  const { connector, list } = reader;
  if (of === 'resource') return replayedResource(connector, service, reply.url, reply.body, tampering);

  const resources = elementsOf(list, reply);
  const each = connector.operations.find
    ? await Promise.all(
        resources.map((resource) => {
          const url = new URL(reply.url);
          url.pathname = `/${version}/${String(resource['name'])}`;
          return replayedResource(connector, service, url, resource, tampering);
        }),
      )
    : [];
  const isListed = connector.operations.list.includes(list);
  const whole = isListed ? [await replayedList(connector, list, service, reply, tampering)] : [];
  return {
    how: isListed ? 'list' : 'elements',
    problems: [...whole, ...each].flatMap(({ problems }) => problems),
    assets: (each.length > 0 ? each : whole).flatMap(({ assets }) => assets),
  };
}

/** Google leaves out an empty list. */
function elementsOf({ items = '' }: RestOperation, { body }: Pick<GoogleReply, 'body'>): JsonObject[] {
  const elements = body[items];
  return Array.isArray(elements) ? elements.filter(isObject) : [];
}

async function replayedList(
  { assetType }: Connector,
  list: RestOperation,
  service: string,
  { url, body }: GoogleReply,
  tampering?: Tampering,
): Promise<Replayed> {
  const asked: string[] = [];
  const found = await scan(cloudFor(url, body, asked, tampering));
  const assets = found.assets.filter(({ type }) => type === assetType.id);
  // Of jobs that ended long ago a list keeps none: they are read one by one.
  const kept = 'isHistory' in list ? [] : elementsOf(list, { body });
  return {
    how: 'list',
    problems: [
      ...notAsked(asked, url),
      ...incomplete(found.coverage, list.id),
      ...kept.flatMap((resource) => {
        const asset = assets.find(({ id }) => id === `//${service}/${String(resource['name'])}`);
        return asset ? losses(asset, resource) : [`no asset came of ${String(resource['name'])}`];
      }),
      ...malformed(assets),
    ],
    assets,
  };
}

async function replayedResource(
  { assetType, operations }: Connector,
  service: string,
  url: URL,
  body: JsonObject,
  tampering?: Tampering,
): Promise<Replayed> {
  const asked: string[] = [];
  const cloud = cloudFor(url, body, asked, tampering);
  const [scope] = (await cloud.plan()).scopes;
  if (!scope) throw new Error(`no scope holds ${url.pathname}`);
  const name = url.pathname.replace(/^\/[^/]+\//, '');
  const { assets, coverage } = await cloud.rediscover(readingOf(scope), assetType.id, `//${service}/${name}`);
  return {
    how: 'get',
    problems: [
      ...notAsked(asked, url),
      ...(operations.find ?? []).flatMap(({ id }) => incomplete(coverage, id)),
      ...(assets.length === 1 ? [] : [`${assets.length} assets came of ${name}`]),
      ...assets.flatMap((asset) => losses(asset, body)),
      ...malformed(assets),
    ],
    assets,
  };
}

/** The project and the location of what was recorded, with nothing in them but that. */
function cloudFor(url: URL, body: JsonObject, asked: string[], tampering: Tampering = (address) => address) {
  const [, project = 'recorded', location = '-'] =
    /\/projects\/([^/]+)(?:\/locations\/([^/]+))?/.exec(url.pathname) ?? [];
  const httpClient: HttpClient = {
    sendRequest: async (request) => {
      const address = tampering(new URL(request.url));
      asked.push(`${address.host}${address.pathname}`);
      const isIt = address.host === url.host && address.pathname === url.pathname;
      const { status, reply } = isIt ? { status: 200, reply: body } : unrecorded(request.method, address);
      return {
        request,
        headers: createHttpHeaders({ 'content-type': 'application/json' }),
        status,
        bodyAsText: JSON.stringify(reply),
      };
    },
  };
  const credential = {
    operation: { id: 'recorded.token', permission: 'none' },
    getToken: async () => ({ token: 'recorded', expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  return cloudOf({ httpClient, credential }, { projects: [project], regions: [location] });
}

/** What would spare the lists that were recorded; where it may not be asked, each list is asked itself. */
const AROUND = new Set(['cloudasset.googleapis.com', 'serviceusage.googleapis.com']);

/** Nothing is in a list that was not recorded; what a resource or a policy says that was not, nobody knows. */
function unrecorded(method: string, address: URL): { status: number; reply: JsonObject } {
  if (AROUND.has(address.host))
    return { status: 403, reply: { error: { code: 403, details: [{ reason: 'SERVICE_DISABLED' }] } } };
  if (method !== 'GET') return { status: 403, reply: { error: { code: 403, status: 'PERMISSION_DENIED' } } };
  return googleAddress(address.href).of === 'list'
    ? { status: 200, reply: {} }
    : { status: 404, reply: { error: { code: 404, status: 'NOT_FOUND' } } };
}

const notAsked = (asked: readonly string[], { host, pathname }: URL): string[] =>
  asked.includes(`${host}${pathname}`) ? [] : [`nobody asked for ${host}${pathname}`];

function incomplete(coverage: readonly Coverage[], operation: string): string[] {
  const outcome = coverage.find((one) => one.operation === operation)?.outcome;
  return outcome === 'complete' ? [] : [`${operation}: ${outcome ?? 'in no coverage'}`];
}

const losses = ({ id, config }: Asset, reply: JsonObject): string[] =>
  lostFrom(config, reply).map((lost) => `${id} lost ${lost}`);

const malformed = (assets: readonly Asset[]): string[] =>
  assets.flatMap(({ id, malformed: fields = [] }) =>
    fields.map(({ path, problem }) => `${id}: ${path}: ${problem}`),
  );
