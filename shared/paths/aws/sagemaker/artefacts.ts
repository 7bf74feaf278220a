import type { Asset } from '#shared/model/asset.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { Resources } from '../../technique.ts';
import { objectsAt, prefixesAt } from '../places.ts';

const CONTAINERS = ['PrimaryContainer', 'Containers'];

const containersOf = ({ config: { PrimaryContainer, Containers } }: Asset): JsonObject[] =>
  [PrimaryContainer, Containers].flat().filter(isObject);

/**
 * The artefacts of a model's containers: an object, or all below a prefix. One with an ETag is as any other: nothing
 * says that SageMaker refuses an artefact that has another by the time it loads it.
 */
export const artefacts: Resources = {
  reads: CONTAINERS,
  of: (asset) =>
    containersOf(asset).flatMap((config) =>
      isMultiModel(config) ? below(asset, config) : artefactsIn(asset, config),
    ),
};

/** Below the prefix of a container that loads the model that a call names. */
export const loadableArtefacts: Resources = {
  reads: CONTAINERS,
  of: (asset) =>
    containersOf(asset)
      .filter(isMultiModel)
      .flatMap((config) => below(asset, config)),
};

const isMultiModel = ({ Mode }: JsonObject): boolean => Mode === 'MultiModel';

const below = (asset: Asset, config: JsonObject): readonly string[] =>
  prefixesAt('ModelDataUrl', 'ModelDataSource.S3DataSource.S3Uri').of({ ...asset, config });

function artefactsIn(asset: Asset, config: JsonObject): readonly string[] {
  const sources = [config['ModelDataSource'], config['AdditionalModelDataSources']].flat().filter(isObject);
  return [
    ...objectsAt('ModelDataUrl').of({ ...asset, config }),
    ...sources.flatMap(({ S3DataSource }) => {
      const source = { ...asset, config: isObject(S3DataSource) ? S3DataSource : {} };
      const at = source.config['S3DataType'] === 'S3Object' ? objectsAt : prefixesAt;
      return [...at('S3Uri').of(source), ...objectsAt('ManifestS3Uri').of(source)];
    }),
  ];
}
