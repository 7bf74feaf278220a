import { batchPredictionJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { posted, provisioned } from '../fixes.ts';
import { DEFAULT_COMPUTE_ACCOUNT } from '../predicates.ts';

const UNSET =
  'google.cloud.aiplatform.v1.BatchPredictionJob.service_account: “If not specified, a system generated one will be used, which has minimal permissions”';

const command = posted('batchPredictionJobs', {
  displayName: '…',
  serviceAccount: 'predictions@PROJECT.iam.gserviceaccount.com',
});

export default check(batchPredictionJob, {
  title: 'Vertex AI batch prediction jobs do not run as the default Compute Engine account',
  severity: 'high',
  fails: field('serviceAccount').absentIs('', UNSET).matches(DEFAULT_COMPUTE_ACCOUNT),
  why: 'Code in the model or its image acts as this account, which all machines of the project share and which often is an editor of it.',
  fix: {
    console:
      'Create the next job with a service account made for it, or with none, under “Advanced options”.',
    cli: command,
    terraform: provisioned(command),
  },
  source: UNSET,
  frameworks: { 'mitre-atlas': ['AML.T0011.000', 'AML.T0012'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [{ serviceAccount: 'predictions@acme-ml.iam.gserviceaccount.com' }, {}],
    fail: [{ serviceAccount: '123456789012-compute@developer.gserviceaccount.com' }],
    unknown: [{ serviceAccount: 7 }],
  },
});
