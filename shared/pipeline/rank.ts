import type { Finding } from '#shared/model/finding.ts';
import type { Risk } from '#shared/model/risk.ts';
import type { Scope } from '#shared/model/scope.ts';
import { scopeKey } from '#shared/model/scope.ts';
import type { Analysis } from '#shared/paths/analyse.ts';
import { isOnlyConditional } from '#shared/paths/judge-techniques.ts';
import { findingRisk } from '#shared/risk/finding-risk.ts';
import { NEARNESS_OF_SOURCE, reachOf, type Standing, type Standings } from '#shared/risk/standing.ts';
import type { Fleet } from './fleet.ts';

/** What the graph says of the assets that findings are of: how near they are to outside, and what they lead to. */
export function standingsOf(analysis: Analysis, assetIds: Iterable<string>): Standings {
  const standings = new Map<string, Standing>();
  for (const [id, { targets, others }] of analysis.reachedFrom(new Set(assetIds))) {
    const way = analysis.wayFromOutside(id);
    standings.set(id, {
      exposure: way
        ? {
            nearness: NEARNESS_OF_SOURCE[way.source],
            access: way.isConditional ? 'conditional' : 'yes',
            confidence: way.confidence,
          }
        : // Where policies were not read, that no way was found says little.
          {
            nearness: analysis.access.unread.length > 0 ? 'unknown' : 'insider',
            access: 'yes',
            confidence: 1,
          },
      reach: reachOf({
        targets: targets.map((target) => ({ ...target, hold: 'read' })),
        assets: [],
        identities: others,
      }),
    });
  }
  return standings;
}

/** Ranks every open finding of the scopes by its risk, and writes what differs. Gives how many were written. */
export async function rankFindings(
  fleet: Fleet,
  analysis: Analysis,
  scopes: readonly Scope[],
): Promise<number> {
  // Of each finding only what is needed is kept: an estate has a hundred thousand.
  const assetIds = new Set<string>();
  const busy = new Set<string>();
  for await (const { asset, scope } of fleet.ledger.findings({ status: 'open' })) {
    assetIds.add(asset.id);
    busy.add(scopeKey(scope));
  }
  const standings = standingsOf(analysis, assetIds);
  const bases = new Map((fleet.techniques ?? []).map(({ id, basis }) => [id, basis]));
  const conditional = new Set(
    analysis.judged.filter(isOnlyConditional).map(({ technique, target }) => `${technique.id} ${target.id}`),
  );
  const riskOf = (finding: Finding): Risk | undefined => {
    const standing = standings.get(finding.asset.id);
    if (!standing) return undefined;
    const isConditional = conditional.has(`${finding.checkId} ${finding.asset.id}`);
    return findingRisk(
      finding,
      isConditional ? { ...standing, exposure: { ...standing.exposure, access: 'conditional' } } : standing,
      bases.get(finding.checkId),
    );
  };
  let written = 0;
  for (const scope of scopes)
    if (busy.has(scopeKey(scope))) written += (await fleet.ledger.rank(scope, riskOf)).written;
  return written;
}
