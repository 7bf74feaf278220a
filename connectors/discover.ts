import pLimit from 'p-limit';
import { type Asset, isOfEstate } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Coverage, Unread } from '#shared/model/coverage.ts';
import type { Scope } from '#shared/model/scope.ts';
import { malformedIn, toConfig } from './config.ts';
import { type Connector, type Found, insteadOf, type Reading, scanOperationsOf } from './connector.ts';
import { CoverageRecorder, NotFound, ReadFailure } from './coverage.ts';
import type { Operation } from './operation.ts';
import { withoutSecrets } from './secrets.ts';

/** Gives a connector the services that it may use: bound to the scope's coverage and its declared operations. */
export type BindServices<Services> = (connector: Connector<Services>, recorder: CoverageRecorder) => Services;

export interface Discovered {
  readonly assets: Asset[];
  readonly coverage: Coverage[];
}

/** How many assets of one connector are described at once; the clients adapt below that when throttled. */
const CONCURRENT_READS = 8;

/** How many connectors read at once: a region has a hundred, and need not hold the pages of all of them. */
const CONCURRENT_CONNECTORS = 12;

export interface DiscoverOptions {
  /** Stop at the first asset of each connector: enough to learn whether its operations are allowed. */
  readonly onlyFirst?: boolean;
  /** Ask rarely used services everywhere, and not only where something hints at AI; and what is charged by the call. */
  readonly askRarelyUsed?: boolean;
  /** Called as assets arrive. */
  readonly onAsset?: (asset: Asset) => void;
  /** A connector that broke for a reason nobody expected: its operations count as failed, others go on. */
  readonly onDefect?: (assetType: string, error: unknown) => void;
}

/**
 * Reads every asset of one scope. What could not be read is in the coverage, never an exception. First come the
 * connectors that stand alone, then those of rarely used services, if anything hints at AI here, then those that
 * follow references, and last those that sum up.
 */
export async function discover<Services>(
  connectors: readonly Connector<Services>[],
  bind: BindServices<Services>,
  reading: Reading,
  options: DiscoverOptions = {},
): Promise<Discovered> {
  const recorder = new CoverageRecorder(reading.scope);
  const assets: Asset[] = [];
  const targets = new Set<string>();
  const withOwn: Reading = {
    ...reading,
    references: async (accepts) => {
      const own = [...targets].filter(accepts);
      const incomplete = recorder.records().some(({ outcome }) => outcome !== 'complete');
      return new Set([...own, ...(await reading.references(accepts, incomplete))]);
    },
    found: (assetType) => foundOf(assetType, connectors, assets, recorder),
    foundInAll: () => {
      const own = new Set(
        connectors.flatMap((connector) =>
          connector.isSetting || connector.followsReferences ? [] : [connector.assetType.id],
        ),
      );
      return assets.filter((asset) => own.has(asset.type) && isOfEstate(asset)).length;
    },
  };

  async function run(connector: Connector<Services>): Promise<void> {
    const own = new CoverageRecorder(reading.scope);
    try {
      await readAll(
        connector,
        bind(connector, own),
        own,
        withOwn,
        {
          keep: (asset) => {
            assets.push(asset);
            options.onAsset?.(asset);
          },
          refer: (relations) => {
            for (const { target } of relations) targets.add(target);
          },
        },
        options.onlyFirst,
      );
      // Nothing to call them on: that is as good as having called them.
      for (const operation of [...scanOperationsOf(connector), ...insteadOf(connector)])
        own.declareComplete(operation);
    } catch (error) {
      if (!(error instanceof ReadFailure)) {
        options.onDefect?.(connector.assetType.id, error);
        for (const operation of connector.operations.list)
          own.note(operation, 'failed', 'defect in the connector');
      }
    }
    recorder.merge(own);
  }

  const [free = [], charged = []] = [false, true].map((isCharged) =>
    connectors.filter((connector) => (connector.charged ?? false) === isCharged),
  );
  const phases = Object.groupBy(options.askRarelyUsed ? connectors : free, phaseOf);
  const limit = pLimit(CONCURRENT_CONNECTORS);
  const runAll = (some: readonly Connector<Services>[] = []) => limit.map(some, run);
  await runAll(phases.alone);
  const { rare = [] } = phases;
  if (options.askRarelyUsed || (await hintsAtAi(connectors, assets, withOwn, rare))) await runAll(rare);
  else recorder.merge(notAsked(rare, reading.scope, recorder));
  await runAll(phases.following);
  await runAll(phases.summarizing);
  if (!options.askRarelyUsed) recorder.merge(notAsked(charged, reading.scope, recorder));
  return { assets, coverage: recorder.records() };
}

type Phase = 'alone' | 'rare' | 'following' | 'summarizing';

function phaseOf({
  summarizes,
  followsReferences,
  rare,
}: Pick<Connector, 'summarizes' | 'followsReferences' | 'rare'>): Phase {
  if (summarizes) return 'summarizing';
  if (followsReferences) return 'following';
  return rare ? 'rare' : 'alone';
}

/** Something other than settings was found, or something of a rarely used service was known here before. */
async function hintsAtAi(
  connectors: readonly Pick<Connector, 'assetType' | 'isSetting'>[],
  assets: readonly Asset[],
  { knownTypes }: Reading,
  rare: readonly Pick<Connector, 'assetType'>[],
): Promise<boolean> {
  if (rare.length === 0) return false;
  const settings = new Set(
    connectors.flatMap(({ assetType, isSetting }) => (isSetting ? [assetType.id] : [])),
  );
  if (assets.some((asset) => !settings.has(asset.type) && isOfEstate(asset))) return true;
  const known = (await knownTypes?.()) ?? new Set();
  return rare.some(({ assetType }) => known.has(assetType.id));
}

/** What nobody asks is neither read nor missing; an operation that somebody else asked too keeps its outcome. */
function notAsked(
  unasked: readonly Connector<never>[],
  scope: Scope,
  asked: CoverageRecorder,
): CoverageRecorder {
  const recorder = new CoverageRecorder(scope);
  const already = new Set(asked.records().map(({ operation }) => operation));
  for (const operation of unasked.flatMap(scanOperationsOf))
    if (!already.has(operation.id)) recorder.note(operation, 'not-asked', undefined, 0);
  return recorder;
}

function foundOf<Services>(
  assetType: string,
  connectors: readonly Connector<Services>[],
  assets: readonly Asset[],
  recorder: CoverageRecorder,
): Found {
  const ofType = assets.filter(({ type }) => type === assetType);
  const outcomes = new Map(recorder.records().map((record) => [record.operation, record]));
  const isRead = ({ id }: Operation): boolean => outcomes.get(id)?.outcome === 'complete';
  const connector = connectors.find((candidate) => candidate.assetType.id === assetType);
  if (!connector)
    return {
      assets: [],
      unread: { $unread: { operation: assetType, outcome: 'not-asked', permission: '' } },
    };
  const missing = connector.operations.list.find(
    (operation) => !isRead(operation) && !operation.orElse?.every(isRead),
  );
  if (!missing) return { assets: ofType };
  const outcome = outcomes.get(missing.id)?.outcome ?? 'failed';
  return {
    assets: ofType,
    unread: { $unread: { operation: missing.id, outcome, permission: missing.permission } },
  };
}

/** Reads one asset that a change event named. No assets and complete coverage: it is gone. */
export async function rediscover<Services>(
  connector: Connector<Services>,
  bind: BindServices<Services>,
  reading: Reading,
  assetId: string,
): Promise<Discovered> {
  const recorder = new CoverageRecorder(reading.scope);
  const services = bind(connector, recorder);
  try {
    const summary = await connector.find(services, assetId, reading);
    const asset = summary === undefined ? undefined : await readOne(connector, services, summary, reading);
    return { assets: asset ? [asset] : [], coverage: recorder.records() };
  } catch (error) {
    if (error instanceof NotFound || error instanceof ReadFailure)
      return { assets: [], coverage: recorder.records() };
    throw error;
  }
}

/** What becomes of an asset that was read. */
interface Collector {
  readonly keep: (asset: Asset) => void;
  /** Told of every relation, also of assets that are not kept. */
  readonly refer: (relations: Asset['relations']) => void;
}

/** How many assets may wait to be described before the list is read on: endless lists stay off the heap. */
const WAITING_READS = 64;

async function readAll<Services>(
  connector: Connector<Services>,
  services: Services,
  recorder: CoverageRecorder,
  reading: Reading,
  collector: Collector,
  onlyFirst = false,
): Promise<void> {
  const limit = pLimit(CONCURRENT_READS);
  const seen = new Set<string>();
  const underway = new Set<Promise<void>>();
  const latest = new LatestOfEachCause(connector.assetType);
  const collect = (asset: Asset | undefined): void => {
    if (!asset) return;
    collector.refer(asset.relations);
    if (latest.takes(asset)) return;
    collector.keep(asset);
  };
  let defect: { readonly cause: unknown } | undefined;
  let brokeOff: { readonly cause: unknown } | undefined;
  try {
    for await (const summary of connector.list(services, reading)) {
      const { id } = connector.identify(summary, reading);
      if (id === '') {
        for (const operation of connector.operations.list)
          recorder.note(operation, 'failed', 'the reply lists something without an id');
        continue;
      }
      if (seen.has(id)) continue;
      seen.add(id);
      if (connector.read) {
        const reads = limit(async () => collect(await readOne(connector, services, summary, reading)))
          .catch((cause: unknown) => {
            defect ??= { cause };
          })
          .finally(() => underway.delete(reads));
        underway.add(reads);
        if (underway.size >= WAITING_READS) await Promise.race(underway);
      } else collect(assemble(connector, summary, summary, reading));
      if (onlyFirst) break;
    }
  } catch (cause) {
    brokeOff = { cause };
  }
  // What had been listed before the list broke off is still read and kept.
  await Promise.all(underway);
  for (const asset of latest.assets()) collector.keep(asset);
  if (brokeOff) throw brokeOff.cause;
  if (defect) throw defect.cause;
}

/**
 * Of assets that recur, such as the runs of a job, the latest of each cause is all that is judged, and all that
 * is kept: there may be half a million of them.
 */
class LatestOfEachCause {
  readonly #recurs: AssetType['recurs'];
  readonly #latest = new Map<string, Asset>();

  constructor({ recurs }: AssetType) {
    this.#recurs = recurs;
  }

  /** Whether the asset is one of those that recur, and so is seen to. */
  takes(asset: Asset): boolean {
    const cause = this.#recurs?.cause(asset.config);
    if (!this.#recurs || cause === undefined) return false;
    const sofar = this.#latest.get(cause);
    if (!sofar || this.#recurs.at(sofar.config) < this.#recurs.at(asset.config))
      this.#latest.set(cause, asset);
    return true;
  }

  assets(): Iterable<Asset> {
    return this.#latest.values();
  }
}

/** The asset, or `undefined` when it went away between being listed and being read. */
async function readOne<Services>(
  connector: Connector<Services>,
  services: Services,
  summary: object,
  reading: Reading,
): Promise<Asset | undefined> {
  if (!connector.read) return assemble(connector, summary, summary, reading);
  try {
    return assemble(connector, summary, await connector.read(services, summary, reading), reading);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    if (error instanceof ReadFailure) return assemble(connector, summary, summary, reading, error.unread);
    throw error;
  }
}

function assemble<Services>(
  connector: Connector<Services>,
  summary: object,
  answer: object,
  reading: Reading,
  unread?: Unread,
): Asset | undefined {
  const { assetType } = connector;
  const { id, name } = connector.identify(summary, reading);
  const config = withoutSecrets(toConfig(answer));
  const malformed = malformedIn(assetType.config, config);
  const tags = assetType.tags?.(config);
  const relations = (connector.relations?.(config, reading) ?? []).filter((edge) => edge !== undefined);
  return {
    id,
    name,
    type: assetType.id,
    scope: reading.scope,
    config,
    relations,
    ...(tags ? { tags } : {}),
    ...(unread ? { unread } : {}),
    ...(malformed.length > 0 ? { malformed } : {}),
    ...(connector.isContext?.(summary) ? { isContext: true } : {}),
  };
}
