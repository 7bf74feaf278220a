import { tuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { fullName, serviceAccountIdOf } from '../identity.ts';
import { objectAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { encryptedBy, VERTEX } from './api.ts';
import { vertexCollection } from './collection.ts';

/** The statistics quote examples of the training data, and evaluations the prompts that they are made with. */
function withoutExamples({
  tuningDataStats: _statistics,
  evaluateDatasetRuns: _runs,
  ...job
}: JsonObject): JsonObject {
  const { supervisedTuningSpec } = job;
  if (!isObject(supervisedTuningSpec)) return job;
  const { evaluationConfig: _evaluation, ...spec } = supervisedTuningSpec;
  return { ...job, supervisedTuningSpec: spec };
}

export default vertexCollection(tuningJob, 'tuningJobs', {
  inventory: 'TuningJob',
  // What fields its filter takes is not documented.
  history: 'unfiltered',
  kept: withoutExamples,
  relations: (job) => {
    const spec = objectAt(job, 'supervisedTuningSpec');
    return [
      relation('assumes', serviceAccountIdOf(job['serviceAccount'])),
      encryptedBy(job),
      relation('reads-from', bucketIdOf(spec['trainingDatasetUri'])),
      relation('reads-from', bucketIdOf(spec['validationDatasetUri'])),
      relation('deployed-as', fullName(VERTEX, objectAt(job, 'tunedModel')['endpoint'])),
    ];
  },
});
