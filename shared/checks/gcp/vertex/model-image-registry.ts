import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { provisioned } from '../fixes.ts';
import { isFromElsewhere } from '../image-registry.ts';

const command =
  'gcloud ai models upload --region=REGION --display-name=… --container-image-uri=REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE@sha256:…';
const $governance = { approvedRegistries: ['us-docker.pkg.dev/acme-ml'] };
const served = (imageUri: string) => ({ $config: { containerSpec: { imageUri } }, $governance });

export default check(vertexModel, {
  title: 'The serving image of a Vertex AI model comes from an approved registry',
  severity: 'high',
  applies: all(field('containerSpec.imageUri').isPresent(), not(field('containerSpec.imageUri').isEmpty())),
  fails: isFromElsewhere('containerSpec.imageUri'),
  why: 'The image is code of a stranger that sees every request, and runs as the account of the endpoint.',
  fix: {
    console:
      'Copy the image to a registry of yours, have it scanned there, and import a version of the model that uses it.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.ModelContainerSpec.image_uri; images under pkg.dev/vertex-ai are Google’s own',
  frameworks: {
    'mitre-atlas': ['AML.T0010.004'],
    'owasp-llm-2026': ['LLM04:2026'],
    'nist-ai-rmf': ['MANAGE 3.1'],
  },
  peers: { union: ['gcp.vertex.model-image-foreign'] },
  examples: {
    pass: [
      served('us-docker.pkg.dev/acme-ml/serving/churn:1'),
      served('europe-docker.pkg.dev/vertex-ai/prediction/sklearn-cpu.1-5:latest'),
    ],
    fail: [
      served('gcr.io/somebody/serving:latest'),
      served('somebody/serving'),
      served('us-docker.pkg.dev/acme-ml-evil/serving/churn:1'),
    ],
    unknown: [{ $config: { containerSpec: { imageUri: 7 } }, $governance }],
    notApplicable: [
      { $config: {}, $governance },
      { $config: { containerSpec: { imageUri: 'gcr.io/somebody/serving:latest' } } },
    ],
  },
});
