import { tensorboard } from '#shared/assets/gcp/vertex-data.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(tensorboard, {
  things: 'Vertex AI TensorBoard instances',
  severity: 'low',
  why: 'Training metrics, samples and pictures of the data are in it.',
  console:
    'Create the instance again with “Customer-managed encryption key” chosen, move what uses it over, and delete the old one.',
  cli: 'gcloud ai tensorboards create --region=REGION --display-name=… --kms-key=KEY --kms-keyring=RING --kms-location=REGION',
  terraform: 'google_vertex_ai_tensorboard',
  peers: { union: ['gcp.vertex.tensorboard-no-cmek'], checkov: ['CKV2_GCP_26'] },
});
