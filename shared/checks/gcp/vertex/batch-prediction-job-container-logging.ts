import { batchPredictionJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { posted, provisioned } from '../fixes.ts';
import { isOn } from '../predicates.ts';

const command = posted('batchPredictionJobs', { displayName: '…', disableContainerLogging: false });

export default check(batchPredictionJob, {
  title: 'Vertex AI batch prediction jobs send their container logs to Cloud Logging',
  severity: 'low',
  fails: isOn('disableContainerLogging'),
  why: 'What a compromised model server prints on its way, from tracebacks to downloads, is lost.',
  fix: {
    console: 'Create the next job with container logging left on.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.BatchPredictionJob.disable_container_logging: containers “send stderr and stdout streams to Cloud Logging by default”',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ disableContainerLogging: false }, {}],
    fail: [{ disableContainerLogging: true }],
    unknown: [{ disableContainerLogging: 'true' }],
  },
});
