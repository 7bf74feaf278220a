import { tuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { posted, provisioned } from '../fixes.ts';
import { actsAsDefaultAccount } from '../predicates.ts';

const command = posted('tuningJobs', {
  baseModel: '…',
  serviceAccount: 'tuning@PROJECT.iam.gserviceaccount.com',
});

export default check(tuningJob, {
  title: 'Vertex AI tuning jobs run as a service account made for them',
  severity: 'low',
  fails: actsAsDefaultAccount('serviceAccount'),
  why: 'The service agent that they run as otherwise serves every tuning job of the project: what one may read of its training data, all may.',
  fix: {
    console: 'Tune the next model with a service account chosen under “Advanced options”.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.TuningJob.service_account: “If not specified, the Vertex AI Secure Fine-Tuned Service Agent in the project will be used”',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [{ serviceAccount: 'tuning@acme-ml.iam.gserviceaccount.com' }],
    fail: [{}, { serviceAccount: '123456789012-compute@developer.gserviceaccount.com' }],
    unknown: [{ serviceAccount: 7 }],
  },
});
