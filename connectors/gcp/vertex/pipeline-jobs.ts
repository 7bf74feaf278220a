import { pipelineJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { vertexCollection } from './collection.ts';
import { pipelineRunRelations, pipelineRunWithoutValues } from './pipeline-run.ts';

export default vertexCollection(pipelineJob, 'pipelineJobs', {
  inventory: 'PipelineJob',
  history: 'PIPELINE_STATE',
  kept: pipelineRunWithoutValues,
  relations: pipelineRunRelations,
});
