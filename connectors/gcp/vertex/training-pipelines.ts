import { trainingPipeline } from '#shared/assets/gcp/vertex-jobs.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { NOT_KEPT, withoutValues } from '../environment.ts';
import { fullName } from '../identity.ts';
import { objectAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { encryptedBy, VERTEX } from './api.ts';
import { vertexCollection } from './collection.ts';
import { customJobRelations, customJobSpecWithoutValues } from './custom-job-spec.ts';

/** Of the inputs, which are of any form, those of a CustomJobSpec: what custom training takes. */
const KEPT = ['serviceAccount', 'network', 'baseOutputDirectory', 'enableWebAccess', 'workerPoolSpecs'];

function inputsWithoutValues(inputs: Json): Json {
  if (!isObject(inputs)) return NOT_KEPT;
  return customJobSpecWithoutValues(
    Object.fromEntries(Object.entries(inputs).filter(([key]) => KEPT.includes(key))),
  );
}

function withoutSecrets({ trainingTaskMetadata: _metadata, ...pipeline }: JsonObject): JsonObject {
  const { trainingTaskInputs } = pipeline;
  const model = objectAt(pipeline, 'modelToUpload');
  return {
    ...pipeline,
    ...(trainingTaskInputs === undefined
      ? {}
      : { trainingTaskInputs: inputsWithoutValues(trainingTaskInputs) }),
    ...('containerSpec' in model
      ? { modelToUpload: { ...model, containerSpec: withoutValues(model['containerSpec']) } }
      : {}),
  };
}

export default vertexCollection(trainingPipeline, 'trainingPipelines', {
  inventory: 'TrainingPipeline',
  history: 'PIPELINE_STATE',
  kept: withoutSecrets,
  relations: (pipeline) => {
    const input = objectAt(pipeline, 'inputDataConfig');
    return [
      encryptedBy(pipeline),
      ...customJobRelations(objectAt(pipeline, 'trainingTaskInputs')),
      relation('trained-on', datasetIdOf(pipeline, input['datasetId'])),
      relation('writes-to', bucketIdOf(objectAt(input, 'gcsDestination')['outputUriPrefix'])),
    ];
  },
});

/** Given by its number alone, in the location of the pipeline. */
function datasetIdOf({ name }: JsonObject, datasetId: unknown): string | undefined {
  if (typeof name !== 'string' || typeof datasetId !== 'string' || datasetId === '') return undefined;
  return fullName(VERTEX, name.replace(/\/trainingPipelines\/[^/]+$/, `/datasets/${datasetId}`));
}
