import { customJob } from '#shared/assets/gcp/vertex.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { withoutValues } from '../environment.ts';
import { googleIdentity, serviceAccountIdOf } from '../identity.ts';
import { recentOrUnended } from '../recency.ts';
import { objectAt, objectsAt, textsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { keyIdOf, networkIdOf, VERTEX, vertexAddress, vertexGet, vertexList } from './api.ts';

const listCustomJobs = vertexList('customJobs', {
  inventory: 'CustomJob',
  query: '&filter={filter}',
  isHistory: true,
});
const getCustomJob = vertexGet('customJobs');

const NOT_KEPT = '(not kept)';

function withoutSecrets(job: JsonObject): JsonObject {
  const { jobSpec } = job;
  if (jobSpec === undefined) return job;
  if (!isObject(jobSpec)) return { ...job, jobSpec: NOT_KEPT };
  const pools = jobSpec['workerPoolSpecs'];
  if (pools === undefined) return job;
  const workerPoolSpecs = Array.isArray(pools) ? pools.map(poolWithoutSecrets) : NOT_KEPT;
  return { ...job, jobSpec: { ...jobSpec, workerPoolSpecs } };
}

function poolWithoutSecrets(pool: Json): Json {
  if (!isObject(pool)) return NOT_KEPT;
  return {
    ...pool,
    containerSpec: withoutValues(pool['containerSpec']),
    pythonPackageSpec: withoutValues(pool['pythonPackageSpec']),
  };
}

export default gcpConnector<JsonObject>(customJob, {
  operations: { list: [listCustomJobs], find: [getCustomJob] },
  async *list({ everywhere }, reading) {
    const filter = recentOrUnended(reading, 'JOB_STATE');
    for await (const job of everywhere(listCustomJobs, { filter })) yield withoutSecrets(job);
  },
  identify: (job) => googleIdentity(VERTEX, job),
  find: async ({ google }, id) => withoutSecrets(await google.get(getCustomJob, vertexAddress(id))),
  relations: (job) => {
    const spec = objectAt(job, 'jobSpec');
    return [
      relation('assumes', serviceAccountIdOf(spec['serviceAccount'])),
      relation('attached-to', networkIdOf(spec['network'])),
      relation('encrypted-by', keyIdOf(objectAt(job, 'encryptionSpec')['kmsKeyName'])),
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
  },
});
