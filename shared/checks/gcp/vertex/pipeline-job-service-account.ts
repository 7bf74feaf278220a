import { pipelineJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { posted, provisioned } from '../fixes.ts';
import { actsAsDefaultAccount } from '../predicates.ts';

const command = posted('pipelineJobs', {
  displayName: '…',
  serviceAccount: 'pipelines@PROJECT.iam.gserviceaccount.com',
});

export default check(pipelineJob, {
  title: 'Vertex AI pipeline jobs run as a service account made for them',
  severity: 'high',
  fails: actsAsDefaultAccount('serviceAccount'),
  why: 'Every step, and every package that it installs, acts as the account that all machines of the project share and that often is an editor of it.',
  fix: {
    console: 'Create the next run with a service account chosen under “Advanced options”.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.PipelineJob.service_account: “If not specified, the Compute Engine default service account in the project will be used”',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011.001'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['gcp.vertex.pipelinejob-default-sa'], cnspec: ['pipeline job default SA'] },
  examples: {
    pass: [{ serviceAccount: 'pipelines@acme-ml.iam.gserviceaccount.com' }],
    fail: [{}, { serviceAccount: '123456789012-compute@developer.gserviceaccount.com' }],
    unknown: [{ serviceAccount: 7 }],
  },
});
