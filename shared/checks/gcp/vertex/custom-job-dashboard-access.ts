import { customJob, PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(customJob, {
  title: 'Vertex AI custom jobs offer no dashboard of their own',
  severity: 'medium',
  fails: field('jobSpec.enableDashboardAccess').absentIs(false, PROTO_JSON).is(true),
  why: 'While the job runs, whoever may see it reaches a web application that the training code serves, such as a Ray dashboard that runs any job it is given.',
  fix: {
    console: 'Cancel the job and create it again without dashboard access.',
    cli: 'gcloud ai custom-jobs cancel JOB --region=REGION; gcloud ai custom-jobs create … (without --enable-dashboard-access)',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml"\n  }\n}',
  },
  source: 'google.cloud.aiplatform.v1.CustomJobSpec.enable_dashboard_access, @google-cloud/aiplatform 7.4.0',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [{ jobSpec: { enableDashboardAccess: false } }, { jobSpec: {} }],
    fail: [{ jobSpec: { enableDashboardAccess: true } }],
    unknown: [{}, { jobSpec: { enableDashboardAccess: 'true' } }],
  },
});
