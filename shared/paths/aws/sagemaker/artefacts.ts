import type { Asset } from '#shared/model/asset.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import type { Resources } from '../../technique.ts';
import { objectsAt, prefixesAt } from '../places.ts';

const CONTAINERS = ['PrimaryContainer', 'Containers'];

const containersOf = ({ config }: Asset): Json[] =>
  [config['PrimaryContainer'], ...[config['Containers']].flat()].filter(isObject);

/** The artefacts of a model's containers: an object, or all below a prefix. */
export const artefacts: Resources = {
  reads: CONTAINERS,
  of: (asset) => containersOf(asset).flatMap((container) => artefactsIn(asset, container)),
};

/** Without those that the model takes by a checksum, and which are loaded as they were or not at all. */
export const unpinnedArtefacts: Resources = {
  reads: CONTAINERS,
  of: (asset) =>
    containersOf(asset)
      .filter((container) => !isPinned(container))
      .flatMap((container) => artefactsIn(asset, container)),
};

/** Below the prefix of a container that loads the model that a call names. */
export const loadableArtefacts: Resources = {
  reads: CONTAINERS,
  of: (asset) =>
    containersOf(asset)
      .filter((container) => isObject(container) && container['Mode'] === 'MultiModel')
      .flatMap((config) =>
        prefixesAt('ModelDataUrl', SOURCE).of({ ...asset, config: isObject(config) ? config : {} }),
      ),
};

const SOURCE = 'ModelDataSource.S3DataSource.S3Uri';

function artefactsIn(asset: Asset, container: Json): readonly string[] {
  const inside = { ...asset, config: isObject(container) ? container : {} };
  const { Mode } = inside.config;
  return Mode === 'MultiModel'
    ? prefixesAt('ModelDataUrl', SOURCE).of(inside)
    : [...objectsAt('ModelDataUrl').of(inside), ...prefixesAt(SOURCE).of(inside)];
}

function isPinned(container: Json): boolean {
  const source = isObject(container) ? container['ModelDataSource'] : undefined;
  const s3 = isObject(source) ? source['S3DataSource'] : undefined;
  return isObject(s3) && (typeof s3['ETag'] === 'string' || typeof s3['ManifestEtag'] === 'string');
}
