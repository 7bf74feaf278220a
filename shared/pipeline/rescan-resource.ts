import type { Asset } from '#shared/model/asset.ts';
import type { Change } from '#shared/model/finding.ts';
import type { Scope } from '#shared/model/scope.ts';
import { cloudOf, type Fleet } from './fleet.ts';
import { judgeAssets, resolverOf } from './judge-assets.ts';
import type { RescanRequest } from './rescan-request.ts';
import { connectorsByType, reconcileRules } from './rules.ts';
import { readingOf } from './scan-scope.ts';

export interface Rescan {
  /** `not-ours`: an asset of a kind that matters only where AI refers to it, and nothing does. */
  readonly outcome: 'read' | 'gone' | 'not-read' | 'not-ours';
  readonly changes: readonly Change[];
}

/** Reads one asset again, judges it and reconciles what was remembered of it, and of nothing else. */
export async function rescanResource(
  fleet: Fleet,
  { scanId, scope, assetType, assetId: told }: RescanRequest,
): Promise<Rescan> {
  const recorded = await recordedId(fleet, scope, assetType, told);
  if (!recorded && !(await isOurs(fleet, scope, assetType, told)))
    return { outcome: 'not-ours', changes: [] };
  const startedAt = fleet.clock().toISOString();
  const { assets: read, coverage } = await cloudOf(fleet, scope.provider).rediscover(
    readingOf(fleet, scope, startedAt),
    assetType,
    recorded ?? told,
  );
  // One that is on record stays one, however the reply spells its id.
  const assets = recorded === undefined ? read : read.map((asset) => ({ ...asset, id: recorded }));
  const assetId = assets[0]?.id ?? recorded ?? told;
  const known = (await Promise.all(assets.map((asset) => relatedAssets(fleet, asset)))).flat();
  const verdicts = judgeAssets(
    assets,
    fleet.checks,
    resolverOf([...known, ...assets]),
    'scope',
    new Date(startedAt),
  );
  const { changes } = await fleet.ledger.reconcile(
    { scanId, scope, startedAt, extent: { kind: 'asset', assetId, assetType }, assets, coverage, verdicts },
    reconcileRules(fleet),
  );
  const isRead = coverage.every(({ outcome }) => outcome === 'complete');
  return { outcome: assets.length > 0 ? 'read' : isRead ? 'gone' : 'not-read', changes };
}

/** How the inventory writes the id of this asset, if it has it. */
async function recordedId(
  fleet: Fleet,
  scope: Scope,
  type: string,
  assetId: string,
): Promise<string | undefined> {
  if (await fleet.ledger.asset(assetId, scope)) return assetId;
  const { comparable } = cloudOf(fleet, scope.provider);
  if (!comparable) return undefined;
  const wanted = comparable(assetId, scope);
  for await (const { id } of fleet.ledger.assets({ scope, type }))
    if (comparable(id, scope) === wanted) return id;
  return undefined;
}

/** Of what is not on record: whether it would be, had a scan found it. */
async function isOurs(fleet: Fleet, scope: Scope, assetType: string, assetId: string): Promise<boolean> {
  const connector = connectorsByType(fleet).get(assetType);
  if (!connector?.followsReferences) return true;
  const { comparable = (id: string) => id } = cloudOf(fleet, scope.provider);
  const wanted = comparable(assetId, scope);
  const references = await fleet.ledger.references(scope, (target) => comparable(target, scope) === wanted);
  return references.size > 0;
}

/** How many relations away a check may look: an endpoint, its config, the config's model. */
const DEEPEST_RELATION = 3;

/** What the inventory remembers of the assets that checks may look at through relations. */
async function relatedAssets(fleet: Fleet, start: Asset): Promise<Asset[]> {
  const found = new Map<string, Asset>();
  let frontier: Asset[] = [start];
  for (let depth = 0; depth < DEEPEST_RELATION && frontier.length > 0; depth++) {
    const targets = new Set(frontier.flatMap(({ relations }) => relations.map(({ target }) => target)));
    const read = await Promise.all(
      [...targets]
        .filter((target) => !found.has(target))
        .map((target) => fleet.ledger.asset(target, start.scope)),
    );
    frontier = read.filter((asset) => asset !== undefined);
    for (const asset of frontier) found.set(asset.id, asset);
  }
  return [...found.values()];
}
