import { customJob, PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(customJob, {
  title: 'Vertex AI custom jobs offer no interactive shell',
  severity: 'high',
  fails: field('jobSpec.enableWebAccess').absentIs(false, PROTO_JSON).is(true),
  why: 'While the job runs, whoever may see it can open a shell in its containers and act there as its service account, with the training data at hand.',
  fix: {
    console: 'Cancel the job and create it again with “Enable training debugging” cleared.',
    cli: 'gcloud ai custom-jobs cancel JOB --region=REGION; gcloud ai custom-jobs create … (without --enable-web-access)',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml"\n  }\n}',
  },
  source: 'google.cloud.aiplatform.v1.CustomJobSpec.enable_web_access, @google-cloud/aiplatform 7.4.0',
  frameworks: { 'mitre-atlas': ['AML.T0050', 'AML.T0112'] },
  examples: {
    pass: [{ jobSpec: { enableWebAccess: false } }, { jobSpec: {} }],
    fail: [{ jobSpec: { enableWebAccess: true } }],
    unknown: [{}, { jobSpec: { enableWebAccess: 'true' } }],
  },
});
