import { azureConnectors } from '#connectors/azure/index.ts';
import { operationsOf } from '#connectors/connector.ts';
import type { Discovered } from '#connectors/discover.ts';
import type { Operation } from '#connectors/operation.ts';
import type { Asset } from '#shared/model/asset.ts';
import { type AssetType, nativeTypesOf } from '#shared/model/asset-type.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { armAddress, operationOf } from '#test/estate/azure/address.ts';
import { ancestorsOf, askedAt, asksAt, resourceAt, same, subscriptionOf } from './azure-addresses.ts';
import { type Answers, type Asked, replayGet, replayScan, type Tampering } from './azure-replay.ts';
import { elementsOf, type FixtureResource, type Reply, resourcesOf } from './azure-replies.ts';
import { fileOf, recordingOf, type Spot, standIns, surroundings } from './azure-surroundings.ts';
import { lostFrom } from './lost.ts';
import type { ReplayedConfig } from './shown-fields.ts';

/** How a reply went through the connectors. */
export interface Replayed {
  readonly how: 'list' | 'get' | 'elements' | 'part';
  /** What was not asked, not read to its end or lost on the way. */
  readonly problems: readonly string[];
  /** Values that are not of the documented kind: verdicts on them are unknown. */
  readonly malformed: readonly string[];
  /** With which api-version the reply was asked for. */
  readonly apiVersion: string;
  /** What became of it, by asset type: configs, and of a part a config with nothing else. */
  readonly configs: readonly ReplayedConfig[];
  /** The assets of which the reply is a part that did not take it up: `role assignment: roleDefinition`. */
  readonly unjoined: readonly string[];
}

export interface NotReplayed {
  readonly notReplayed: string;
}

export const isReplayed = (outcome: Replayed | NotReplayed): outcome is Replayed =>
  !('notReplayed' in outcome);

interface Options {
  readonly tampering?: Tampering;
}

/**
 * Sends one reply through the operations of ours that ask for it. What nobody asks for is not replayed; of a list that
 * we do not ask for, the resources are read one by one. A resource that was answered to a write is what a read answers.
 */
export async function replayed(reply: Reply, options: Options = {}): Promise<Replayed | NotReplayed> {
  const { method, path } = reply;
  const address = armAddress(path);
  if (!address) return { notReplayed: 'an address without a provider' };
  if (method !== 'GET' && resourcesOf(reply).length === 0)
    return { notReplayed: `${method}: connectors only read` };
  const connector = azureConnectors.find(({ assetType }) =>
    nativeTypesOf(assetType).some((type) => same(type, address.type)),
  );
  const isCalled = ({ id }: Operation): boolean => same(id, operationOf('GET', path));

  if (connector) {
    const { assetType, operations } = connector;
    const list = address.of === 'list' ? operations.list.find(isCalled) : undefined;
    const each = await Promise.all(
      resourcesOf(reply).map((resource) => replayedResource(resource, assetType, options)),
    );
    const whole = list ? [await replayedList(reply, list, assetType, options)] : [];
    const how = list ? 'list' : address.of === 'list' ? 'elements' : 'get';
    // What a list holds is read one by one as well, and counted once.
    return { ...together([...whole, ...each], how), configs: each.flatMap(({ configs }) => configs) };
  }
  const asParts = azureConnectors.flatMap(({ assetType, operations }) =>
    Object.entries(operations.parts ?? {}).flatMap(([key, part]) =>
      isCalled(part) ? replayedPart(reply, { key, part }, assetType, options) : [],
    ),
  );
  if (asParts.length > 0) return together(await Promise.all(asParts), 'part');
  return {
    notReplayed: azureConnectors.some((each) => operationsOf(each).some(isCalled))
      ? `${operationOf('GET', path)}: read along with an asset`
      : `${address.type}: no connector reads it`,
  };
}

const together = (outcomes: readonly Replayed[], how: Replayed['how']): Replayed => ({
  how,
  problems: outcomes.flatMap(({ problems }) => problems),
  malformed: [...new Set(outcomes.flatMap(({ malformed }) => malformed))],
  apiVersion: outcomes[0]?.apiVersion ?? '',
  configs: outcomes.flatMap(({ configs }) => configs),
  unjoined: outcomes.flatMap(({ unjoined }) => unjoined),
});

async function replayedList(
  reply: Reply,
  list: Operation,
  assetType: AssetType,
  options: Options,
): Promise<Replayed> {
  const path = askedAt(list, reply.path);
  const { found, asked } = await scanned(reply, path, options);
  const listed = found.assets.filter(({ type }) => type === assetType.id);
  // Examples give several resources one id, of which the first is kept; each is also read by itself.
  const first = [...Map.groupBy(elementsOf(reply), ({ id }) => id).values()].flatMap((alike) =>
    alike.slice(0, 1),
  );
  return {
    how: 'list',
    problems: [
      ...notAsked(asked, (at) => same(at, path), path),
      ...incomplete(found.coverage, list.id),
      ...first.flatMap((element) => {
        const asset = listed.find(({ id }) => id === element['id']);
        return asset ? losses(asset, element) : [`no asset came of ${String(element['id'])}`];
      }),
    ],
    malformed: listed.flatMap(malformedIn),
    apiVersion: versionAt(asked, path),
    configs: listed,
    unjoined: [],
  };
}

interface Scan {
  readonly found: Discovered;
  readonly asked: readonly Asked[];
}

/** A recording is one conversation: one scan asks for all of it. */
const scans = new Map<string, Promise<Scan>>();

function scanned(reply: Reply, path: string, options: Options): Promise<Scan> {
  const { source, from } = reply;
  const recording = recordingOf(reply);
  const isWhole = from === 'recording' && !options.tampering && recording.includes(reply);
  const key = `${fileOf(source)} ${subscriptionOf(path)}`;
  const earlier = isWhole ? scans.get(key) : undefined;
  if (earlier) return earlier;
  const scan = scanOf(isWhole ? recording : [reply], path, reply, options);
  if (isWhole) scans.set(key, scan);
  return scan;
}

async function scanOf(spots: readonly Spot[], path: string, reply: Reply, options: Options): Promise<Scan> {
  const around = surroundings(spots, recordingOf(reply));
  const asked: Asked[] = [];
  const references = spots.flatMap((spot) =>
    elementsOf(spot).flatMap(({ id }) => (typeof id === 'string' ? id : [])),
  );
  const answers: Answers = (at) => {
    const body = same(at, path) ? reply.body : around(at);
    return body && onePage(body);
  };
  const found = await replayScan(subscriptionOf(path), answers, { ...options, asked, references });
  return { found, asked };
}

/** The next page of an example is in no fixture. */
const onePage = ({ nextLink: _nextLink, ...page }: JsonObject): JsonObject => page;

async function replayedResource(
  { id, body, ...whence }: FixtureResource,
  assetType: AssetType,
  options: Options,
): Promise<Replayed> {
  const around = surroundings([{ path: id, body }], recordingOf(whence));
  const asked: Asked[] = [];
  const { assets, coverage } = await replayGet(assetType.id, id, (at) => (same(at, id) ? body : around(at)), {
    ...options,
    asked,
  });
  return {
    how: 'get',
    problems: [
      ...notAsked(asked, (at) => same(at, id), id),
      ...incomplete(coverage, operationOf('GET', id)),
      ...(assets.length === 1 ? [] : [`${assets.length} assets came of ${id}`]),
      ...assets.flatMap((asset) => losses(asset, body)),
    ],
    malformed: assets.flatMap(malformedIn),
    apiVersion: versionAt(asked, id),
    configs: assets,
    unjoined: [],
  };
}

/** A reply that becomes a part of an asset: wherever the operation asks on behalf of such an asset. */
async function replayedPart(
  reply: Reply,
  { key, part }: { readonly key: string; readonly part: Operation },
  { id: type, nativeType }: AssetType,
  options: Options,
): Promise<Replayed> {
  const through = ancestorsOf(reply.path).find((one) => same(armAddress(one)?.type ?? '', nativeType));
  const owner = through ?? resourceAt('/subscriptions/recorded/resourceGroups/recorded', nativeType, 'owner');
  const isPart = (at: string): boolean => asksAt(part, at);
  const [ownerBody = {}] = standIns(owner);
  const around = surroundings(
    [{ path: owner, body: { reply: reply.body, owner: ownerBody } }],
    recordingOf(reply),
  );
  const asked: Asked[] = [];
  const { assets, coverage } = await replayGet(
    type,
    owner,
    (at) => (isPart(at) ? onePage(reply.body) : same(at, owner) ? ownerBody : around(at)),
    { ...options, asked },
  );
  const taken = assets[0]?.config[key];
  return {
    how: 'part',
    problems: [
      ...notAsked(asked, isPart, part.id),
      ...incomplete(coverage, part.id),
      ...(taken === undefined ? [] : lostPart(taken, reply).map((lost) => `${key} lost ${lost}`)),
    ],
    malformed: assets.flatMap(malformedIn),
    apiVersion: asked.find(({ path }) => isPart(path))?.apiVersion ?? '',
    configs: taken === undefined ? [] : [{ type, config: { [key]: taken } }],
    unjoined: taken === undefined ? [`${type}: ${key}`] : [],
  };
}

/** An asset takes up a whole list, or the one element that belongs to it. */
function lostPart(taken: unknown, reply: Reply): string[] {
  const elements = elementsOf(reply);
  if (Array.isArray(taken)) return lostFrom(taken, elements);
  const lost = elements.map((element) => lostFrom(taken, element));
  return lost.some((none) => none.length === 0) ? [] : (lost[0] ?? ['all']);
}

function notAsked(asked: readonly Asked[], isIt: (path: string) => boolean, what: string): string[] {
  return asked.some(({ path }) => isIt(path)) ? [] : [`nobody asked for ${what}`];
}

const versionAt = (asked: readonly Asked[], path: string): string =>
  asked.find((one) => same(one.path, path))?.apiVersion ?? '';

function incomplete(coverage: Discovered['coverage'], operation: string): string[] {
  const record = coverage.find((one) => same(one.operation, operation));
  if (!record) return [`${operation} is in no coverage`];
  return record.outcome === 'complete' ? [] : [`${operation}: ${record.outcome}, ${record.detail ?? ''}`];
}

const losses = ({ id, config }: Asset, reply: JsonObject): string[] =>
  lostFrom(config, reply).map((lost) => `${id} lost ${lost}`);

const malformedIn = ({ id, malformed = [] }: Asset): string[] =>
  malformed.map(({ path, problem }) => `${id.slice(id.lastIndexOf('/') + 1)}: ${path}: ${problem}`);
