import { hyperparameterTuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { objectAt } from '../reply.ts';
import { encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';
import { customJobRelations, customJobSpecWithoutValues } from './custom-job-spec.ts';

/** Its trials are custom jobs, which are listed themselves, and they give the addresses of open shells. */
const withoutTrials = ({ trials: _trials, ...job }: JsonObject): JsonObject =>
  job['trialJobSpec'] === undefined
    ? job
    : { ...job, trialJobSpec: customJobSpecWithoutValues(job['trialJobSpec']) };

export default vertexCollection(hyperparameterTuningJob, 'hyperparameterTuningJobs', {
  inventory: 'HyperparameterTuningJob',
  history: 'JOB_STATE',
  kept: withoutTrials,
  relations: (job) => [encryptedBy(job), ...customJobRelations(objectAt(job, 'trialJobSpec'))],
});
