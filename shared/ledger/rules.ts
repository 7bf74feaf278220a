import type { Asset } from '#shared/model/asset.ts';
import type { Severity } from '#shared/model/severity.ts';

/** What the ledger must know of a check to keep its findings. */
export interface CheckRule {
  readonly title: string;
  readonly severity: Severity;
  /** The id of the type that it judges. */
  readonly assetType: string;
  /**
   * Every operation of the asset's own scope that its verdict depends on; none of them may be incomplete when a
   * finding is resolved.
   */
  readonly operations: readonly string[];
  /**
   * True for a check that is judged over the whole estate: a scan of one scope resolves its findings only where
   * the asset is gone.
   */
  readonly estate?: boolean;
}

export interface ReconcileRules {
  /** `undefined` for a check that no longer exists: its findings are resolved as retired. */
  readonly checks: (checkId: string) => CheckRule | undefined;
  /** The operations that discover assets of a type: absence means something only if all were read. */
  readonly lists: (assetType: string) => readonly string[];
  /** The operations that together stand in for one that lists assets of a type, where it was not read. */
  readonly instead?: (assetType: string, operation: string) => readonly string[];
  readonly owner: (asset: Asset) => string | undefined;
}
