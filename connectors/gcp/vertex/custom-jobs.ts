import { customJob } from '#shared/assets/gcp/vertex.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { objectAt } from '../reply.ts';
import { encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';
import { customJobRelations, customJobSpecWithoutValues, withoutAddresses } from './custom-job-spec.ts';

function withoutSecrets(job: JsonObject): JsonObject {
  const { jobSpec, webAccessUris } = job;
  return {
    ...job,
    ...(jobSpec === undefined ? {} : { jobSpec: customJobSpecWithoutValues(jobSpec) }),
    ...(webAccessUris === undefined ? {} : { webAccessUris: withoutAddresses(webAccessUris) }),
  };
}

export default vertexCollection(customJob, 'customJobs', {
  inventory: 'CustomJob',
  history: 'JOB_STATE',
  kept: withoutSecrets,
  relations: (job) => [encryptedBy(job), ...customJobRelations(objectAt(job, 'jobSpec'))],
});
