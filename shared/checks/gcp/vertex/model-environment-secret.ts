import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { startsWithSecret } from '../predicates.ts';

export default check(vertexModel, {
  title: 'The serving container of a Vertex AI model has no secret in its environment or arguments',
  severity: 'high',
  applies: field('containerSpec').isPresent(),
  fails: startsWithSecret('containerSpec'),
  why: 'Everybody who may list models reads the value, and it stays in every version of the model. Whoever holds it is let in wherever it opens.',
  fix: {
    console:
      'Replace the secret where it was issued, keep the new one in Secret Manager, and import a version of the model that reads it there.',
    cli: 'gcloud secrets create NAME --data-file=-; gcloud ai models upload --parent-model=MODEL … (without the secret)',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai models upload --region=REGION --display-name=… --artifact-uri=gs://… --container-image-uri=…"\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.ModelContainerSpec.env, command, args; secrets are dropped when read, a note of their kind stands in their place',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      {
        containerSpec: {
          env: [{ name: 'LOG_LEVEL', valueKind: 'plain' }],
          command: ['serve'],
          args: ['--fast'],
        },
      },
    ],
    fail: [
      { containerSpec: { env: [{ name: 'HF_TOKEN', valueKind: 'hugging-face-token' }] } },
      { containerSpec: { args: ['--api-key', '(not kept: named-like-a-secret)'] } },
      { containerSpec: { command: ['(not kept: google-api-key)'] } },
    ],
    unknown: [{ containerSpec: { env: [{ name: 'HF_TOKEN' }] } }, { containerSpec: { args: '(not kept)' } }],
    notApplicable: [{}],
  },
});
