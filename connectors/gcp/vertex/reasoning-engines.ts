import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { kindsOf, NOT_KEPT, variablesWithoutValues } from '../environment.ts';
import { serviceAccountIdOf } from '../identity.ts';
import { objectAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { attachedTo, encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';

/** Without the values of variables, of the arguments that its image is built with, and without its source. */
function withoutSecrets(engine: JsonObject): JsonObject {
  const { spec } = engine;
  if (spec === undefined) return engine;
  if (!isObject(spec)) return { ...engine, spec: NOT_KEPT };
  const { deploymentSpec, sourceCodeSpec } = spec;
  return {
    ...engine,
    spec: {
      ...spec,
      ...(deploymentSpec === undefined ? {} : { deploymentSpec: deploymentWithoutValues(deploymentSpec) }),
      ...(sourceCodeSpec === undefined ? {} : { sourceCodeSpec: sourceWithoutCode(sourceCodeSpec) }),
    },
  };
}

function deploymentWithoutValues(deployment: Json): Json {
  if (!isObject(deployment)) return NOT_KEPT;
  const { env } = deployment;
  return env === undefined ? deployment : { ...deployment, env: variablesWithoutValues(env) };
}

function sourceWithoutCode(source: Json): Json {
  if (!isObject(source)) return NOT_KEPT;
  const { inlineSource, ...kept } = source;
  const { buildArgs } = objectAt(source, 'imageSpec');
  return {
    ...kept,
    ...(inlineSource === undefined ? {} : { inlineSource: {} }),
    ...(buildArgs === undefined
      ? {}
      : { imageSpec: { ...objectAt(source, 'imageSpec'), buildArgs: kindsOf(buildArgs) } }),
  };
}

export default vertexCollection(reasoningEngine, 'reasoningEngines', {
  inventory: 'ReasoningEngine',
  policy: 'v1',
  kept: withoutSecrets,
  relations: (engine) => {
    const spec = objectAt(engine, 'spec');
    const packaged = objectAt(spec, 'packageSpec');
    return [
      encryptedBy(engine),
      relation('assumes', serviceAccountIdOf(spec['serviceAccount'])),
      ...attachedTo(objectAt(spec, 'deploymentSpec')),
      relation('runs-image', objectAt(spec, 'containerSpec')['imageUri']),
      ...['pickleObjectGcsUri', 'dependencyFilesGcsUri', 'requirementsGcsUri'].map((key) =>
        relation('reads-from', bucketIdOf(packaged[key])),
      ),
    ];
  },
});
