import type { Asset } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import { type Artefact, type ArtefactDeclaration, holds } from './artefact.ts';
import { artefactDeclarations } from './index.ts';
import type { BucketPlace } from './place.ts';

/** An asset that loads files, and one of its artefacts. */
export interface Loader {
  readonly asset: Asset;
  readonly artefact: Artefact;
  readonly registeredAt?: string;
}

/** The types of asset of which it must be known what there is, to tell who loads what. */
export const loaderTypes = (
  declarations: readonly ArtefactDeclaration[] = artefactDeclarations,
): AssetType[] => declarations.flatMap(({ assetType, beside = [] }) => [assetType, ...beside]);

/** Every artefact of the assets, with who loads it. */
export function loadersAmong(assets: Iterable<Asset>, resolve: Resolve): Loader[] {
  const declared = new Map(artefactDeclarations.map((one) => [one.assetType.id, one]));
  const loaders: Loader[] = [];
  for (const asset of assets) {
    const declaration = declared.get(asset.type);
    if (!declaration) continue;
    const at = declaration.registeredAt?.(asset.config);
    const registered = typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? { registeredAt: at } : {};
    for (const artefact of declaration.of(asset, resolve))
      if (artefact) loaders.push({ asset, artefact, ...registered });
  }
  return loaders;
}

/** Of the loaders those that load the object, each once. */
export function loadersOf(loaders: readonly Loader[], place: BucketPlace, object: string): Loader[] {
  const found = new Map<string, Loader>();
  for (const loader of loaders)
    if (holds(loader.artefact, place, object)) {
      const known = found.get(loader.asset.id);
      // Where an asset names it twice, the artefact that keeps a digest says more.
      if (!known || loader.artefact.pinnedETag !== undefined) found.set(loader.asset.id, loader);
    }
  return [...found.values()].sort((a, b) => (a.asset.id < b.asset.id ? -1 : 1));
}

/**
 * Whether the file is another than the one that was registered: by the ETag that the asset keeps, or else by when it
 * was last written. Where neither is known, nothing says that it is.
 */
export function isChanged(
  { artefact, registeredAt }: Loader,
  file: { readonly revision?: string | undefined; readonly modifiedAt?: string | undefined },
): boolean {
  if (artefact.pinnedETag !== undefined && artefact.extent === 'object' && file.revision !== undefined)
    return unquoted(artefact.pinnedETag) !== unquoted(file.revision);
  if (artefact.grows || registeredAt === undefined || file.modifiedAt === undefined) return false;
  return Date.parse(file.modifiedAt) > Date.parse(registeredAt);
}

const unquoted = (etag: string): string => etag.replaceAll('"', '');
