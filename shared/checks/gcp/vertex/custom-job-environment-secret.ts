import { customJob } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { any, some } from '#shared/model/predicate.ts';
import { hasSecretIn } from '../predicates.ts';

export default check(customJob, {
  title: 'Vertex AI custom jobs have no secret in their environment',
  severity: 'high',
  fails: some(
    'jobSpec.workerPoolSpecs',
    any(hasSecretIn('containerSpec.env'), hasSecretIn('pythonPackageSpec.env')),
  ),
  why: 'Everybody who may list jobs reads the value, long after the job has ended. Whoever holds it is let in wherever it opens.',
  fix: {
    console:
      'Replace the secret where it was issued, keep the new one in Secret Manager, and let the job read it there as its service account.',
    cli: 'gcloud secrets create NAME --data-file=-; gcloud ai custom-jobs create … (without the variable)',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml"\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.ContainerSpec.env and PythonPackageSpec.env; values are dropped when read, their kind stands in `valueKind`',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      {
        jobSpec: { workerPoolSpecs: [{ containerSpec: { env: [{ name: 'EPOCHS', valueKind: 'plain' }] } }] },
      },
    ],
    fail: [
      {
        jobSpec: {
          workerPoolSpecs: [{ containerSpec: { env: [{ name: 'DB', valueKind: 'url-with-password' }] } }],
        },
      },
      {
        jobSpec: {
          workerPoolSpecs: [
            { pythonPackageSpec: { env: [{ name: 'WANDB_API_KEY', valueKind: 'named-like-a-secret' }] } },
          ],
        },
      },
    ],
    unknown: [{}, { jobSpec: {} }, { jobSpec: { workerPoolSpecs: [{ containerSpec: { env: 'A=b' } }] } }],
  },
});
