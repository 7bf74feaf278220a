import type { Relation } from '#shared/model/asset.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { NOT_KEPT, withoutValues } from '../environment.ts';
import { serviceAccountIdOf } from '../identity.ts';
import { objectAt, objectsAt, textsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { attachedTo } from './api.ts';

/** A CustomJobSpec without the values of its environment variables and the arguments that hold secrets. */
export function customJobSpecWithoutValues(spec: Json): Json {
  if (!isObject(spec)) return NOT_KEPT;
  const pools = spec['workerPoolSpecs'];
  if (pools === undefined) return spec;
  return { ...spec, workerPoolSpecs: Array.isArray(pools) ? pools.map(poolWithoutValues) : NOT_KEPT };
}

function poolWithoutValues(pool: Json): Json {
  if (!isObject(pool)) return NOT_KEPT;
  const kept: JsonObject = { ...pool };
  for (const key of ['containerSpec', 'pythonPackageSpec'])
    if (key in pool) kept[key] = withoutValues(pool[key]);
  return kept;
}

/** What runs as a CustomJobSpec says leads there. */
export const customJobRelations = (spec: JsonObject): readonly (Relation | undefined)[] => [
  relation('assumes', serviceAccountIdOf(spec['serviceAccount'])),
  ...attachedTo(spec),
  relation('writes-to', bucketIdOf(objectAt(spec, 'baseOutputDirectory')['outputUriPrefix'])),
  ...objectsAt(spec, 'workerPoolSpecs').flatMap((pool) => {
    const python = objectAt(pool, 'pythonPackageSpec');
    return [
      relation('runs-image', objectAt(pool, 'containerSpec')['imageUri']),
      relation('runs-image', python['executorImageUri']),
      ...textsAt(python, 'packageUris').map((uri) => relation('reads-from', bucketIdOf(uri))),
    ];
  }),
];

/** Addresses of open shells, by node: whoever has one need not be told it. */
export const withoutAddresses = (uris: Json): Json =>
  isObject(uris) ? Object.fromEntries(Object.keys(uris).map((node) => [node, NOT_KEPT])) : NOT_KEPT;
