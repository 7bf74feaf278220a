import { vertexSchedule } from '#shared/assets/gcp/vertex-jobs.ts';
import { stepSecretCheck } from '../pipeline-runs.ts';

export default stepSecretCheck({
  assetType: vertexSchedule,
  things: 'Vertex AI schedules',
  at: 'createPipelineJobRequest.pipelineJob.',
  collection: 'schedules',
});
