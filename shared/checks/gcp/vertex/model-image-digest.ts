import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(vertexModel, {
  title: 'Vertex AI models name their serving image by digest',
  severity: 'low',
  applies: field('containerSpec.imageUri').isPresent(),
  fails: field('containerSpec.imageUri').matches(/^(?!.*@sha256:[0-9a-f]{64}$)/),
  why: 'The image is taken in when the model is uploaded, and a tag can have moved since: nobody can tell which code serves the model, or compare it with what was scanned.',
  fix: {
    console: 'Import a new version of the model with the image given as …@sha256:….',
    cli: 'gcloud ai models upload --region=REGION --display-name=… --parent-model=MODEL --container-image-uri=REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE@sha256:…',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai models upload --region=REGION --display-name=… --artifact-uri=gs://… --container-image-uri=IMAGE@sha256:…"\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.ModelContainerSpec.image_uri: “ingested upon ModelService.UploadModel, stored internally”',
  frameworks: {
    'mitre-atlas': ['AML.T0010.004'],
    'owasp-llm-2026': ['LLM04:2026'],
    'nist-ai-rmf': ['MANAGE 3.1'],
  },
  examples: {
    pass: [
      {
        containerSpec: {
          imageUri:
            'us-docker.pkg.dev/acme-ml/serving/churn@sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
        },
      },
    ],
    fail: [{ containerSpec: { imageUri: 'us-docker.pkg.dev/acme-ml/serving/churn:latest' } }],
    unknown: [{ containerSpec: { imageUri: 7 } }],
    notApplicable: [{}, { containerSpec: {} }],
  },
});
