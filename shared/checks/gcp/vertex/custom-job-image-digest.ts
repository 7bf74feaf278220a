import { customJob, PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

export default check(customJob, {
  title: 'Vertex AI custom jobs name their training image by digest',
  severity: 'low',
  fails: some(
    'jobSpec.workerPoolSpecs',
    // A pool that runs a Python package has no image of its own.
    field('containerSpec.imageUri')
      .absentIs('', PROTO_JSON)
      .matches(/^(?!.*@sha256:[0-9a-f]{64}$)./),
  ),
  why: 'Whoever can push to the repository decides what the next run of the same job executes, with the job’s service account and data.',
  fix: {
    console: 'Create the next job with the image given as …@sha256:….',
    cli: 'gcloud ai custom-jobs create --region=REGION --display-name=… --worker-pool-spec=machine-type=…,container-image-uri=REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE@sha256:…',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai custom-jobs create --region=REGION --display-name=… --worker-pool-spec=machine-type=…,container-image-uri=IMAGE@sha256:…"\n  }\n}',
  },
  source: 'google.cloud.aiplatform.v1.ContainerSpec.image_uri, @google-cloud/aiplatform 7.4.0',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [
      {
        jobSpec: {
          workerPoolSpecs: [
            {
              containerSpec: {
                imageUri:
                  'us-docker.pkg.dev/acme-ml/train/churn@sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
              },
            },
          ],
        },
      },
      { jobSpec: { workerPoolSpecs: [{ pythonPackageSpec: { pythonModule: 'train' } }] } },
    ],
    fail: [
      {
        jobSpec: {
          workerPoolSpecs: [{ containerSpec: { imageUri: 'us-docker.pkg.dev/acme-ml/train/churn:v3' } }],
        },
      },
    ],
    unknown: [{}, { jobSpec: {} }, { jobSpec: { workerPoolSpecs: [{ containerSpec: { imageUri: 7 } }] } }],
  },
});
