import { isOfEstate } from '#shared/model/asset.ts';
import type { Rule } from '#shared/model/check.ts';
import type { Analysis } from '#shared/paths/analyse.ts';
import { ruleOf, ruleOfCombination } from '#shared/paths/rule.ts';
import type { Posture } from '#shared/sinks/posture.ts';
import type { Fleet } from './fleet.ts';
import { analysisOf } from './judge-paths.ts';
import { connectorsByType } from './rules.ts';

/** Everything that the ledger holds, as one thing to make a report of. */
export async function postureOf(fleet: Fleet, product: Posture['product']): Promise<Posture> {
  const [findings, assets, scopes] = await Promise.all([
    Array.fromAsync(fleet.ledger.findings()),
    Array.fromAsync(fleet.ledger.assets()),
    Array.fromAsync(fleet.ledger.scopes()),
  ]);
  const analysis = fleet.techniques && analysisOf(assets, fleet, fleet.clock());
  return {
    generatedAt: fleet.clock().toISOString(),
    product,
    findings,
    coverage: scopes.flatMap(({ scan }) => scan?.coverage ?? []),
    assets: assets.filter(isOfEstate).map(({ id, type, name, scope }) => ({ id, type, name, scope })),
    assetTypes: new Map(
      [...connectorsByType(fleet).values()].map(({ assetType }) => [assetType.id, assetType]),
    ),
    checks: new Map<string, Rule>([
      ...fleet.checks.map((check) => [check.id, check] as const),
      ...(fleet.techniques ?? []).map((technique) => [technique.id, ruleOf(technique)] as const),
      ...(fleet.combinations ?? []).map(
        (combination) => [combination.id, ruleOfCombination(combination)] as const,
      ),
    ]),
    ...(analysis ? { paths: waysToModels(analysis) } : {}),
  };
}

const MOST_PATHS = 25;
const MOST_FIXES = 2;

/** What a report says first: the shortest ways to models, and what cuts them. */
function waysToModels(analysis: Analysis): NonNullable<Posture['paths']> {
  const kinds = ['model-weights'] as const;
  const { pairs, cuts } = analysis.bestFixes(MOST_FIXES, kinds);
  return {
    shortest: analysis.paths({ kinds }).slice(0, MOST_PATHS),
    best: cuts,
    pairs,
    unread: analysis.access.unread,
  };
}
