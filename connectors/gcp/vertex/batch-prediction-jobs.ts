import { batchPredictionJob } from '#shared/assets/gcp/vertex-jobs.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { withoutValues } from '../environment.ts';
import { bigQueryIdOf, modelIdOf, serviceAccountIdOf } from '../identity.ts';
import { objectAt, textsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';

/** The parameters of the model may be part of a prompt, and partial failures quote what was predicted on. */
function withoutContents({
  modelParameters: _parameters,
  partialFailures: _failures,
  ...job
}: JsonObject): JsonObject {
  const unmanaged = objectAt(job, 'unmanagedContainerModel');
  if (!('containerSpec' in unmanaged)) return job;
  const containerSpec = withoutValues(unmanaged['containerSpec']);
  return { ...job, unmanagedContainerModel: { ...unmanaged, containerSpec } };
}

export default vertexCollection(batchPredictionJob, 'batchPredictionJobs', {
  inventory: 'BatchPredictionJob',
  history: 'JOB_STATE',
  kept: withoutContents,
  relations: (job) => {
    const input = objectAt(job, 'inputConfig');
    const output = objectAt(job, 'outputConfig');
    return [
      relation('calls', modelIdOf(job['model'])),
      relation('assumes', serviceAccountIdOf(job['serviceAccount'])),
      encryptedBy(job),
      ...textsAt(objectAt(input, 'gcsSource'), 'uris').map((uri) => relation('reads-from', bucketIdOf(uri))),
      relation('reads-from', bigQueryIdOf(objectAt(input, 'bigquerySource')['inputUri'])),
      relation('writes-to', bucketIdOf(objectAt(output, 'gcsDestination')['outputUriPrefix'])),
      relation('writes-to', bigQueryIdOf(objectAt(output, 'bigqueryDestination')['outputUri'])),
    ];
  },
});
