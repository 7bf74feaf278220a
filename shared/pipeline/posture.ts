import { isOfEstate } from '#shared/model/asset.ts';
import type { Posture } from '#shared/sinks/posture.ts';
import type { Fleet } from './fleet.ts';
import { connectorsByType } from './rules.ts';

/** Everything that the ledger holds, as one thing to make a report of. */
export async function postureOf(fleet: Fleet, product: Posture['product']): Promise<Posture> {
  const [findings, assets, scopes] = await Promise.all([
    Array.fromAsync(fleet.ledger.findings()),
    Array.fromAsync(fleet.ledger.assets()),
    Array.fromAsync(fleet.ledger.scopes()),
  ]);
  return {
    generatedAt: fleet.clock().toISOString(),
    product,
    findings,
    coverage: scopes.flatMap(({ scan }) => scan?.coverage ?? []),
    assets: assets.filter(isOfEstate).map(({ id, type, name, scope }) => ({ id, type, name, scope })),
    assetTypes: new Map(
      [...connectorsByType(fleet).values()].map(({ assetType }) => [assetType.id, assetType]),
    ),
    checks: new Map(fleet.checks.map((check) => [check.id, check])),
  };
}
