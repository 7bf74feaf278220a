import { type Connector, operationsBehind } from '#connectors/connector.ts';
import type { CheckRule, ReconcileRules } from '#shared/ledger/rules.ts';
import type { Asset } from '#shared/model/asset.ts';
import { type Check, needsEstate } from '#shared/model/check.ts';
import { readsOf, relatedReads } from '#shared/model/predicate.ts';
import { readsOfFacts } from '#shared/paths/judge-combinations.ts';
import { readsOfTechnique } from '#shared/paths/reach.ts';
import type { Technique } from '#shared/paths/technique.ts';
import type { Fleet } from './fleet.ts';

/**
 * The operations that a verdict of the check rests on: those behind the config paths that its predicates
 * read, on the judged asset and on the assets at the other end of its relations.
 */
export function operationsOfCheck(check: Check, connectors: ReadonlyMap<string, Connector>): string[] {
  const predicates = check.applies ? [check.fails, check.applies] : [check.fails];
  const own = connectors.get(check.assetType.id);
  const operations = [
    ...(own
      ? operationsBehind(
          own,
          predicates.flatMap((predicate) => readsOf(predicate)),
        )
      : []),
    ...predicates.flatMap(relatedReads).flatMap(({ type, paths }) => {
      const other = connectors.get(type.id);
      return other && type.placement === check.assetType.placement ? operationsBehind(other, paths) : [];
    }),
  ];
  return [...new Set(operations.map(({ id }) => id))].sort();
}

export function connectorsByType({ clouds }: Pick<Fleet, 'clouds'>): Map<string, Connector> {
  return new Map(
    clouds.flatMap(({ connectors }) =>
      connectors.map((connector) => [connector.assetType.id, connector] as const),
    ),
  );
}

/** The operations of the target's own scope that a verdict of the technique rests on. */
export function operationsOfTechnique(
  technique: Technique,
  connectors: ReadonlyMap<string, Connector>,
): string[] {
  const connector = connectors.get(technique.assetType.id);
  const operations = connector ? operationsBehind(connector, readsOfTechnique(technique)) : [];
  return [...new Set(operations.map(({ id }) => id))].sort();
}

/** What the ledger must know of checks, connectors and tags to decide about findings. */
export function reconcileRules(fleet: Fleet): ReconcileRules {
  const connectors = connectorsByType(fleet);
  const checks = new Map(
    fleet.checks.map((check): [string, CheckRule] => [
      check.id,
      {
        title: check.title,
        severity: check.severity,
        assetType: check.assetType.id,
        operations: operationsOfCheck(check, connectors),
        estate: needsEstate(check),
      },
    ]),
  );
  for (const technique of fleet.techniques ?? [])
    checks.set(technique.id, {
      title: technique.title,
      severity: technique.severity,
      assetType: technique.assetType.id,
      operations: operationsOfTechnique(technique, connectors),
      estate: true,
    });
  for (const { id, title, severity, assetType, facts } of fleet.combinations ?? []) {
    const connector = connectors.get(assetType.id);
    const operations = connector ? operationsBehind(connector, readsOfFacts(facts)) : [];
    checks.set(id, {
      title,
      severity,
      assetType: assetType.id,
      operations: [...new Set(operations.map((operation) => operation.id))].sort(),
      estate: true,
    });
  }
  return {
    checks: (checkId) => checks.get(checkId),
    lists: (assetType) => connectors.get(assetType)?.operations.list.map(({ id }) => id) ?? [],
    instead: (assetType, operation) =>
      connectors
        .get(assetType)
        ?.operations.list.find(({ id }) => id === operation)
        ?.orElse?.map(({ id }) => id) ?? [],
    owner: (asset) => ownerOf(asset, fleet.ownerTags),
  };
}

const LONGEST_OWNER = 200;

function ownerOf({ tags }: Asset, ownerTags: readonly string[]): string | undefined {
  if (!tags) return undefined;
  const byKey = new Map(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value]));
  const owner = ownerTags.map((key) => byKey.get(key.toLowerCase())).find((value) => value);
  return owner?.slice(0, LONGEST_OWNER);
}
