import { type Connector, operationsBehind } from '#connectors/connector.ts';
import type { Operation } from '#connectors/operation.ts';
import type { KnownScope } from '#shared/ledger/ledger.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Check } from '#shared/model/check.ts';
import { wasRead } from '#shared/model/coverage.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import type { Verdict } from '#shared/model/evidence.ts';
import type { Instant } from '#shared/model/finding.ts';
import { readsOf, relatedReads, walk } from '#shared/model/predicate.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { MODEL_FILE_TYPES } from './model-files/model-file-asset.ts';

/** Turns a verdict into `unknown` where it rests on something that this scan did not read completely. */
export type OnlyIfFresh = (check: Check, asset: Asset, verdict: Verdict) => Verdict;

/** The first operation behind these config paths of an asset, of its type and scope, that this scan did not read. */
export type UnreadBehind = (
  asset: Pick<Asset, 'type' | 'scope'>,
  paths: readonly string[],
) => string | undefined;

const MODEL_FILES: ReadonlySet<string> = new Set(Object.values(MODEL_FILE_TYPES).map(({ id }) => id));

export function unreadBehindOf(
  scopes: readonly KnownScope[],
  startedAt: Instant,
  connectors: ReadonlyMap<string, Connector>,
): UnreadBehind {
  const scans = new Map(scopes.map(({ scope, scan }) => [scopeKey(scope), scan]));
  return (asset, paths) => {
    const connector = connectors.get(asset.type);
    // Model files are read when they change, and not by scans.
    if (!connector) return MODEL_FILES.has(asset.type) ? undefined : `the connector of ${asset.type}`;
    const scan = scans.get(scopeKey(asset.scope));
    if (!scan || scan.startedAt < startedAt) return `the scan of ${scopeKey(asset.scope)}`;
    const outcomes = new Map(scan.coverage.map(({ operation, outcome }) => [operation, outcome]));
    const isRead = ({ id }: Operation): boolean => wasRead(outcomes.get(id) ?? 'failed');
    return operationsBehind(connector, paths).find(
      (operation) => !isRead(operation) && !operation.orElse?.every(isRead),
    )?.id;
  };
}

/**
 * A judgement over the estate looks at what the ledger remembers, and some of that may be of an earlier scan:
 * a scope that was denied this time keeps its assets. Such memory is no reason for a verdict.
 */
export function onlyIfFresh(
  scopes: readonly KnownScope[],
  startedAt: Instant,
  connectors: ReadonlyMap<string, Connector>,
  resolve: Resolve,
): OnlyIfFresh {
  const unreadBehind = unreadBehindOf(scopes, startedAt, connectors);
  return (check, asset, verdict) => {
    if (verdict.judgement === 'unknown') return verdict;
    const predicates = check.applies ? [check.fails, check.applies] : [check.fails];
    const kinds = new Set(
      predicates.flatMap((predicate) =>
        [...walk(predicate)].flatMap((inner) => (inner.kind === 'related' ? [inner.relation] : [])),
      ),
    );
    const paths = predicates.flatMap(relatedReads).flatMap((related) => related.paths);
    const others = asset.relations
      .filter(({ kind }) => kinds.has(kind))
      .map(({ target }) => resolve(target))
      .filter((other) => other !== undefined);
    const missing =
      unreadBehind(
        asset,
        predicates.flatMap((predicate) => readsOf(predicate)),
      ) ?? others.map((other) => unreadBehind(other, paths)).find((operation) => operation !== undefined);
    if (missing === undefined) return verdict;
    return {
      ...verdict,
      judgement: 'unknown',
      evidence: [
        {
          path: asset.id,
          state: 'unread',
          expected: 'everything that the check looks at, read in this scan',
          note: `${missing} was not read completely`,
        },
      ],
    };
  };
}
