import type { Relation } from '#shared/model/asset.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { kindsOf, NOT_KEPT, variablesWithoutValues } from '../environment.ts';
import { serviceAccountIdOf } from '../identity.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { attachedTo, encryptedBy } from './api.ts';

/**
 * A PipelineJob without the values of its parameters and of what its steps run: of each step only the image and the
 * names of its variables are kept. The details of a run repeat the values and are dropped.
 */
export function pipelineRunWithoutValues({ jobDetail: _details, ...job }: JsonObject): JsonObject {
  const { runtimeConfig, pipelineSpec } = job;
  return {
    ...job,
    ...(runtimeConfig === undefined ? {} : { runtimeConfig: withoutParameterValues(runtimeConfig) }),
    ...(pipelineSpec === undefined ? {} : { pipelineSpec: outlineOf(pipelineSpec) }),
  };
}

function withoutParameterValues(config: Json): Json {
  if (!isObject(config)) return NOT_KEPT;
  const { parameterValues, parameters } = config;
  return {
    ...config,
    ...(parameterValues === undefined ? {} : { parameterValues: kindsOf(parameterValues) }),
    ...(parameters === undefined ? {} : { parameters: kindsOf(parameters) }),
  };
}

/** A compiled pipeline holds the source of its steps, and its defaults are values too. */
function outlineOf(spec: Json): Json {
  if (!isObject(spec)) return NOT_KEPT;
  const { executors } = objectAt(spec, 'deploymentSpec');
  return {
    ...keptOf(spec, ['pipelineInfo', 'schemaVersion', 'sdkVersion']),
    ...(executors === undefined ? {} : { deploymentSpec: { executors: outlinesOf(executors) } }),
  };
}

function outlinesOf(executors: Json): Json {
  if (!isObject(executors)) return NOT_KEPT;
  return Object.fromEntries(
    Object.entries(executors).map(([name, executor]) => {
      const container = isObject(executor) ? executor['container'] : undefined;
      return [name, isObject(container) ? { container: containerOutline(container) } : {}];
    }),
  );
}

const containerOutline = (container: JsonObject): JsonObject => ({
  ...keptOf(container, ['image']),
  ...(container['env'] === undefined ? {} : { env: variablesWithoutValues(container['env']) }),
});

const keptOf = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));

export function pipelineRunRelations(job: JsonObject): readonly (Relation | undefined)[] {
  const executors = objectAt(objectAt(objectAt(job, 'pipelineSpec'), 'deploymentSpec'), 'executors');
  return [
    relation('assumes', serviceAccountIdOf(job['serviceAccount'])),
    ...attachedTo(job),
    encryptedBy(job),
    relation('writes-to', bucketIdOf(objectAt(job, 'runtimeConfig')['gcsOutputDirectory'])),
    ...objectsAt({ steps: Object.values(executors).filter((step) => step !== undefined) }, 'steps').map(
      (step) => relation('runs-image', objectAt(step, 'container')['image']),
    ),
  ];
}
