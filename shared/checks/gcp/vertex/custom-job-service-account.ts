import { customJob } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { DEFAULT_COMPUTE_ACCOUNT } from '../predicates.ts';

export default check(customJob, {
  title: 'Vertex AI custom jobs run as a service account made for them',
  severity: 'medium',
  fails: any(
    field('jobSpec.serviceAccount').isEmpty(),
    field('jobSpec.serviceAccount').matches(DEFAULT_COMPUTE_ACCOUNT),
  ),
  why: 'Training code, and every package that it installs, acts as this account. Without one it is the service agent that all jobs share and that reads the storage of the whole project; the default account of Compute Engine often is an editor.',
  fix: {
    console: 'Create the next job with a service account chosen under “Advanced options”.',
    cli: 'gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml --service-account=training@PROJECT.iam.gserviceaccount.com',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml --service-account=training@PROJECT.iam.gserviceaccount.com"\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.CustomJobSpec.service_account: “If unspecified, the Vertex AI Custom Code Service Agent … is used”',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011.001'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [{ jobSpec: { serviceAccount: 'training@acme-ml.iam.gserviceaccount.com' } }],
    fail: [
      { jobSpec: {} },
      { jobSpec: { serviceAccount: '123456789012-compute@developer.gserviceaccount.com' } },
    ],
    unknown: [{}, { jobSpec: { serviceAccount: 7 } }],
  },
});
