import type { Relation } from '#shared/model/asset.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { NOT_KEPT, variablesWithoutValues } from '../environment.ts';
import { objectAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { encryptedBy, networkIdOf } from './api.ts';

/** A Colab runtime or its template, without the values of its variables and without the text of its script. */
export function withoutSoftwareValues(runtime: JsonObject): JsonObject {
  const { softwareConfig } = runtime;
  if (softwareConfig === undefined) return runtime;
  if (!isObject(softwareConfig)) return { ...runtime, softwareConfig: NOT_KEPT };
  const { env, postStartupScriptConfig } = softwareConfig;
  return {
    ...runtime,
    softwareConfig: {
      ...softwareConfig,
      ...(env === undefined ? {} : { env: variablesWithoutValues(env) }),
      ...(postStartupScriptConfig === undefined
        ? {}
        : { postStartupScriptConfig: scriptWithoutText(postStartupScriptConfig) }),
    },
  };
}

function scriptWithoutText(config: Json): Json {
  if (!isObject(config)) return NOT_KEPT;
  const { postStartupScript, ...kept } = config;
  return postStartupScript === undefined ? kept : { ...kept, postStartupScript: NOT_KEPT };
}

export function notebookRelations(runtime: JsonObject): readonly (Relation | undefined)[] {
  const network = objectAt(runtime, 'networkSpec');
  const script = objectAt(objectAt(runtime, 'softwareConfig'), 'postStartupScriptConfig');
  return [
    encryptedBy(runtime),
    relation('attached-to', networkIdOf(network['network'])),
    relation('attached-to', networkIdOf(network['subnetwork'])),
    relation('reads-from', bucketIdOf(script['postStartupScriptUrl'])),
  ];
}
