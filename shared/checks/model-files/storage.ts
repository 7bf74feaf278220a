import type { AssetType } from '#shared/model/asset-type.ts';
import type { Fix } from '#shared/model/check.ts';

/** What differs between the places where model files lie. */
export interface ModelFileStorage {
  readonly assetType: AssetType;
  /** Takes a file out of the way of whatever loads it. */
  readonly setAside: Fix;
  /** Lets only what trains models write there. */
  readonly closeToWriters: Fix;
  /** Lets aispm read the files. */
  readonly letRead: Fix;
}

export const SOURCE =
  'What aispm read of the file itself; the rules and their sources are in docs/model-files.md';
