import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { type Artefact, below } from '../artefact.ts';
import { addressInS3 } from '../place.ts';

/**
 * What a container of SageMaker loads. Fields: `ContainerDefinition`, `ModelPackageContainerDefinition` and
 * `S3ModelDataSource` of @aws-sdk/client-sagemaker. Of a prefix SageMaker keeps an ETag too and does not say of what:
 * it is not compared.
 */
export function artefactsOfContainer(container: JsonObject): (Artefact | undefined)[] {
  const { ModelDataUrl, ModelDataETag, ModelDataSource, AdditionalModelDataSources, Mode } = container;
  const isMultiModel = Mode === 'MultiModel';
  const sources = [ModelDataSource, AdditionalModelDataSources].flat().filter(isObject);
  return [
    isMultiModel ? growing(below(addressInS3(ModelDataUrl))) : object(ModelDataUrl, ModelDataETag),
    ...sources.flatMap(({ S3DataSource: source }) =>
      isObject(source) ? ofSource(source, isMultiModel) : [],
    ),
  ];
}

function ofSource(source: JsonObject, isMultiModel: boolean): (Artefact | undefined)[] {
  const { S3Uri, S3DataType, ETag, ManifestS3Uri, ManifestEtag } = source;
  const data = S3DataType === 'S3Object' ? object(S3Uri, ETag) : below(addressInS3(S3Uri));
  return [isMultiModel ? growing(data) : data, object(ManifestS3Uri, ManifestEtag)];
}

function object(uri: Json | undefined, pinned: Json | undefined): Artefact | undefined {
  const address = addressInS3(uri);
  return (
    address && {
      ...address,
      extent: 'object',
      ...(typeof pinned === 'string' && pinned !== '' ? { pinnedETag: pinned } : {}),
    }
  );
}

const growing = (artefact: Artefact | undefined): Artefact | undefined =>
  artefact && { ...artefact, grows: true };
