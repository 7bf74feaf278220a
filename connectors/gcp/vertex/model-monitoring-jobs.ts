import { modelMonitoringJob } from '#shared/assets/gcp/vertex-jobs.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bigQueryIdOf, fullName } from '../identity.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { encryptedBy, VERTEX } from './api.ts';
import { vertexCollection } from './collection.ts';

/** A sample of what the model is asked is data. */
const withoutSample = ({ samplePredictInstance: _sample, ...job }: JsonObject): JsonObject => job;

export default vertexCollection(modelMonitoringJob, 'modelDeploymentMonitoringJobs', {
  inventory: 'ModelDeploymentMonitoringJob',
  kept: withoutSample,
  relations: (job) => [
    relation('attached-to', fullName(VERTEX, job['endpoint'])),
    encryptedBy(job),
    relation('writes-to', bucketIdOf(objectAt(job, 'statsAnomaliesBaseDirectory')['outputUriPrefix'])),
    ...objectsAt(job, 'bigqueryTables').map(({ bigqueryTablePath }) =>
      relation('logs-to', bigQueryIdOf(bigqueryTablePath)),
    ),
  ],
});
