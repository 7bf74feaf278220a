import { pipelineJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(pipelineJob, {
  things: 'Vertex AI pipeline jobs',
  severity: 'low',
  why: 'Every artefact that passes between its steps, and every job that it starts, is encrypted with the key of the pipeline.',
  console: 'Create the next run with “Customer-managed encryption key” chosen, under “Advanced options”.',
  cli: { collection: 'pipelineJobs' },
  peers: { union: ['gcp.vertex.pipelinejob-no-cmek'], cnspec: ['pipeline job CMEK'] },
});
