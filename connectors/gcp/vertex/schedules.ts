import { vertexSchedule } from '#shared/assets/gcp/vertex-jobs.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { NOT_KEPT } from '../environment.ts';
import { serviceAccountIdOf } from '../identity.ts';
import { objectAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { vertexCollection } from './collection.ts';
import { pipelineRunRelations, pipelineRunWithoutValues } from './pipeline-run.ts';

const PIPELINE = 'createPipelineJobRequest';
const NOTEBOOK = 'createNotebookExecutionJobRequest';

/** What it creates again and again, without values; of a notebook that is given as a whole, not its contents. */
function withoutSecrets({ lastScheduledRunResponse: _response, ...schedule }: JsonObject): JsonObject {
  const pipeline = objectAt(schedule, PIPELINE)['pipelineJob'];
  const notebook = objectAt(schedule, NOTEBOOK)['notebookExecutionJob'];
  return {
    ...schedule,
    ...(PIPELINE in schedule
      ? {
          [PIPELINE]: {
            ...objectAt(schedule, PIPELINE),
            ...(pipeline === undefined
              ? {}
              : { pipelineJob: isObject(pipeline) ? pipelineRunWithoutValues(pipeline) : NOT_KEPT }),
          },
        }
      : {}),
    ...(NOTEBOOK in schedule
      ? {
          [NOTEBOOK]: {
            ...objectAt(schedule, NOTEBOOK),
            ...(notebook === undefined
              ? {}
              : { notebookExecutionJob: isObject(notebook) ? withoutContents(notebook) : NOT_KEPT }),
          },
        }
      : {}),
  };
}

const withoutContents = ({ directNotebookSource: _contents, ...notebook }: JsonObject): JsonObject =>
  notebook;

export default vertexCollection(vertexSchedule, 'schedules', {
  inventory: 'Schedule',
  kept: withoutSecrets,
  relations: (schedule) => {
    const notebook = objectAt(objectAt(schedule, NOTEBOOK), 'notebookExecutionJob');
    return [
      ...pipelineRunRelations(objectAt(objectAt(schedule, PIPELINE), 'pipelineJob')),
      relation('assumes', serviceAccountIdOf(notebook['serviceAccount'])),
      relation('reads-from', bucketIdOf(objectAt(notebook, 'gcsNotebookSource')['uri'])),
      relation('writes-to', bucketIdOf(notebook['gcsOutputUri'])),
    ];
  },
});
