import type { Scope } from '#shared/model/scope.ts';

/** An asset that a cloud tells was changed, in the scope in which scans find it. */
export interface ChangedAsset {
  readonly scope: Scope;
  readonly assetType: string;
  /** As the cloud tells it, which need not be how its lists write it. */
  readonly assetId: string;
}
