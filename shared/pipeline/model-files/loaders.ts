import { type Loader, loadersAmong, loaderTypes } from '#shared/artefacts/loaders.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Fleet } from '../fleet.ts';
import { resolverOf } from '../judge-assets.ts';
import { MODEL_FILE_TYPES } from './model-file-asset.ts';

/** What the inventory says of model files: who loads which, and which were inspected before. */
export interface KnownFiles {
  readonly loaders: readonly Loader[];
  /** Model files on record, by id. */
  readonly recorded: ReadonlyMap<string, Asset>;
}

export async function knownFilesOf({ ledger }: Pick<Fleet, 'ledger'>): Promise<KnownFiles> {
  const wanted = new Set(loaderTypes().map(({ id }) => id));
  const files = new Set(Object.values(MODEL_FILE_TYPES).map(({ id }) => id));
  const assets: Asset[] = [];
  const recorded = new Map<string, Asset>();
  for await (const asset of ledger.assets()) {
    if (wanted.has(asset.type)) assets.push(asset);
    else if (files.has(asset.type)) recorded.set(asset.id, asset);
  }
  return { loaders: loadersAmong(assets, resolverOf(assets)), recorded };
}
