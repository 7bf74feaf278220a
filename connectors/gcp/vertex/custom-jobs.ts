import { customJob } from '#shared/assets/gcp/vertex.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { type Reading, relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { withoutValues } from '../environment.ts';
import { googleIdentity, resourceNameOf, serviceAccountIdOf } from '../identity.ts';
import { objectAt, objectsAt, textsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { keyIdOf, networkIdOf, VERTEX, vertexGet, vertexList } from './api.ts';

const listCustomJobs = vertexList('customJobs', '&filter={filter}');
const getCustomJob = vertexGet('customJobs');

/** JobState values of a job that has not ended. */
const UNENDED = ['QUEUED', 'PENDING', 'RUNNING', 'CANCELLING', 'PAUSED', 'UPDATING'];

const DAY_MILLISECONDS = 86_400_000;

/** Jobs that run now, and what ended of those created lately; older ones are history. */
function recentOrUnended({ startedAt, jobHistoryDays }: Reading): string {
  // Where every job is asked for, that is since the epoch.
  const since = new Date(Math.max(0, startedAt.getTime() - jobHistoryDays * DAY_MILLISECONDS)).toISOString();
  return [`create_time>"${since}"`, ...UNENDED.map((state) => `state="JOB_STATE_${state}"`)].join(' OR ');
}

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
  async *list({ google }, reading) {
    const { account: project, region } = reading.scope;
    const parameters = { project, region, filter: recentOrUnended(reading) };
    for await (const job of google.list(listCustomJobs, parameters)) yield withoutSecrets(job);
  },
  identify: (job) => googleIdentity(VERTEX, job),
  find: async ({ google }, id, { scope }) =>
    withoutSecrets(await google.get(getCustomJob, { name: resourceNameOf(id), region: scope.region })),
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
