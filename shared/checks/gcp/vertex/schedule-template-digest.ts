import { vertexSchedule } from '#shared/assets/gcp/vertex-jobs.ts';
import { templateDigestCheck } from '../pipeline-runs.ts';

export default templateDigestCheck({
  assetType: vertexSchedule,
  things: 'Vertex AI schedules',
  at: 'createPipelineJobRequest.pipelineJob.',
  collection: 'schedules',
});
