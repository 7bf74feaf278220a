import type { Reading } from '#connectors/connector.ts';
import { type GcpOptions, gcpCloud } from '#connectors/gcp/cloud.ts';
import { checks } from '#shared/checks/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { bindGovernance } from '#shared/model/bind.ts';
import { judge } from '#shared/model/check.ts';
import type { Coverage } from '#shared/model/coverage.ts';
import type { Verdict } from '#shared/model/evidence.ts';
import { DEFAULT_GOVERNANCE } from '#shared/model/governance.ts';
import { GLOBAL, type Scope } from '#shared/model/scope.ts';
import type { GcpEstate } from '#test/estate/gcp/server.ts';

export const STARTED_AT = new Date('2026-11-22T06:00:00Z');

/** Ways to the estate that give up at once, so that a test of failures does not wait. */
export function cloudOf(
  { httpClient, credential }: Pick<GcpEstate, 'httpClient' | 'credential'>,
  options: Partial<GcpOptions> = {},
) {
  return gcpCloud({
    regions: ['us-central1'],
    credential,
    httpClient,
    retry: { maxRetries: 2, retryDelayInMs: 0, maxRetryDelayInMs: 0 },
    timeoutMilliseconds: 2000,
    ...options,
  });
}

export interface Scan {
  readonly assets: Asset[];
  readonly coverage: Coverage[];
  readonly verdicts: Verdict[];
}

export const readingOf = (scope: Scope, references: ReadonlySet<string> = new Set()): Reading => ({
  scope,
  startedAt: STARTED_AT,
  jobHistoryDays: 14,
  references: async (accepts) => new Set([...references].filter(accepts)),
});

/** The regions and then `global`, as the pipeline goes; `recorded` is what earlier scans knew of references. */
export async function scan(
  cloud: ReturnType<typeof gcpCloud>,
  recorded: ReadonlySet<string> = new Set(),
  onDefect: (assetType: string, error: unknown) => void = (_assetType, error) => {
    throw error;
  },
): Promise<Scan> {
  const { scopes, coverage: planned } = await cloud.plan();
  const ordered = [...scopes].sort((a, b) => Number(a.region === GLOBAL) - Number(b.region === GLOBAL));
  const assets: Asset[] = [];
  const coverage: Coverage[] = [...planned];
  for (const scope of ordered) {
    const known = assets.flatMap(({ relations }) => relations.map(({ target }) => target));
    const found = await cloud.discover(readingOf(scope, new Set([...recorded, ...known])), { onDefect });
    assets.push(...found.assets);
    coverage.push(...found.coverage);
  }
  return { assets, coverage, verdicts: verdictsOn(assets) };
}

/** As for an organisation that has decided nothing of its own. */
const bound = checks.map((check) => bindGovernance(check, DEFAULT_GOVERNANCE));

export function verdictsOn(assets: readonly Asset[]): Verdict[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  return assets.flatMap((asset) =>
    bound
      .filter(({ assetType }) => assetType.id === asset.type)
      .map((check) => judge(check, asset, (id) => byId.get(id), STARTED_AT)),
  );
}
