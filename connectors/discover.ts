import pLimit from 'p-limit';
import type { Asset } from '#shared/model/asset.ts';
import type { Coverage, Unread } from '#shared/model/coverage.ts';
import { malformedIn, toConfig } from './config.ts';
import { type Connector, type Reading, scanOperationsOf } from './connector.ts';
import { CoverageRecorder, NotFound, ReadFailure } from './coverage.ts';
import { withoutSecrets } from './secrets.ts';

/** Gives a connector the services that it may use: bound to the scope's coverage and its declared operations. */
export type BindServices<Services> = (connector: Connector<Services>, recorder: CoverageRecorder) => Services;

export interface Discovered {
  readonly assets: Asset[];
  readonly coverage: Coverage[];
}

/** How many assets of one connector are described at once; the clients adapt below that when throttled. */
const CONCURRENT_READS = 8;

export interface DiscoverOptions {
  /** Stop at the first asset of each connector: enough to learn whether its operations are allowed. */
  readonly onlyFirst?: boolean;
  /** Called as assets arrive. */
  readonly onAsset?: (asset: Asset) => void;
  /** A connector that broke for a reason nobody expected: its operations count as failed, others go on. */
  readonly onDefect?: (assetType: string, error: unknown) => void;
}

/**
 * Reads every asset of one scope. What could not be read is in the coverage, never an exception.
 * Connectors that follow references run after those that make them.
 */
export async function discover<Services>(
  connectors: readonly Connector<Services>[],
  bind: BindServices<Services>,
  reading: Reading,
  options: DiscoverOptions = {},
): Promise<Discovered> {
  const recorder = new CoverageRecorder(reading.scope);
  const assets: Asset[] = [];
  const withOwn: Reading = {
    ...reading,
    references: async (accepts) => {
      const own = assets.flatMap(({ relations }) => relations.map(({ target }) => target)).filter(accepts);
      const incomplete = recorder.records().some(({ outcome }) => outcome !== 'complete');
      return new Set([...own, ...(await reading.references(accepts, incomplete))]);
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
        (asset) => {
          assets.push(asset);
          options.onAsset?.(asset);
        },
        options.onlyFirst,
      );
      // Nothing to call them on: that is as good as having called them.
      for (const operation of scanOperationsOf(connector)) own.declareComplete(operation);
    } catch (error) {
      if (!(error instanceof ReadFailure)) {
        options.onDefect?.(connector.assetType.id, error);
        for (const operation of connector.operations.list)
          own.note(operation, 'failed', 'defect in the connector');
      }
    }
    recorder.merge(own);
  }

  await Promise.all(connectors.filter((connector) => !connector.followsReferences).map(run));
  await Promise.all(connectors.filter((connector) => connector.followsReferences).map(run));
  return { assets, coverage: recorder.records() };
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

async function readAll<Services>(
  connector: Connector<Services>,
  services: Services,
  recorder: CoverageRecorder,
  reading: Reading,
  keep: (asset: Asset) => void,
  onlyFirst = false,
): Promise<void> {
  const limit = pLimit(CONCURRENT_READS);
  const seen = new Set<string>();
  const underway: Promise<void>[] = [];
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
      underway.push(
        limit(async () => {
          const asset = await readOne(connector, services, summary, reading);
          if (asset) keep(asset);
        }),
      );
      if (onlyFirst) break;
    }
  } catch (cause) {
    brokeOff = { cause };
  }
  // What had been listed before the list broke off is still read and kept.
  const settled = await Promise.allSettled(underway);
  if (brokeOff) throw brokeOff.cause;
  const defect = settled.find((result) => result.status === 'rejected');
  if (defect) throw defect.reason;
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
  };
}
