import { vertexSchedule } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field } from '#shared/model/predicate.ts';
import { posted, provisioned } from '../fixes.ts';
import { actsAsDefaultAccount, DEFAULT_COMPUTE_ACCOUNT } from '../predicates.ts';

const PIPELINE = 'createPipelineJobRequest.pipelineJob';
const NOTEBOOK = 'createNotebookExecutionJobRequest.notebookExecutionJob';

const command = posted('schedules', {
  displayName: '…',
  cron: '0 3 * * *',
  createPipelineJobRequest: {
    pipelineJob: { serviceAccount: 'pipelines@PROJECT.iam.gserviceaccount.com' },
  },
});

const active = (run: object) => ({ state: 'ACTIVE', createPipelineJobRequest: { pipelineJob: { ...run } } });

export default check(vertexSchedule, {
  title: 'Active Vertex AI schedules run as a service account made for them',
  severity: 'high',
  applies: all(
    field('state').is('ACTIVE'),
    any(field(PIPELINE).isPresent(), field(`${NOTEBOOK}.serviceAccount`).isPresent()),
  ),
  fails: any(
    all(field(PIPELINE).isPresent(), actsAsDefaultAccount(`${PIPELINE}.serviceAccount`)),
    all(
      field(`${NOTEBOOK}.serviceAccount`).isPresent(),
      field(`${NOTEBOOK}.serviceAccount`).matches(DEFAULT_COMPUTE_ACCOUNT),
    ),
  ),
  why: 'It runs again and again with nobody watching, as the account that all machines of the project share and that often is an editor of it: whoever once changes what it runs stays.',
  fix: {
    console:
      'Delete the schedule and create it again with a service account chosen under “Advanced options”.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.Schedule.state, create_pipeline_job_request; PipelineJob.service_account: “If not specified, the Compute Engine default service account in the project will be used”',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0112'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [
      active({ serviceAccount: 'pipelines@acme-ml.iam.gserviceaccount.com' }),
      {
        state: 'ACTIVE',
        createNotebookExecutionJobRequest: {
          notebookExecutionJob: { serviceAccount: 'notebooks@acme-ml.iam.gserviceaccount.com' },
        },
      },
    ],
    fail: [
      active({}),
      active({ serviceAccount: '123456789012-compute@developer.gserviceaccount.com' }),
      {
        state: 'ACTIVE',
        createNotebookExecutionJobRequest: {
          notebookExecutionJob: { serviceAccount: '123456789012-compute@developer.gserviceaccount.com' },
        },
      },
    ],
    unknown: [active({ serviceAccount: 7 }), { createPipelineJobRequest: { pipelineJob: {} } }],
    notApplicable: [
      { state: 'PAUSED', createPipelineJobRequest: { pipelineJob: {} } },
      // It runs as the person who is named.
      {
        state: 'ACTIVE',
        createNotebookExecutionJobRequest: { notebookExecutionJob: { executionUser: 'ada@example.com' } },
      },
    ],
  },
});
