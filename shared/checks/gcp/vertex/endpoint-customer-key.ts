import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(vertexEndpoint, {
  things: 'Vertex AI endpoints',
  severity: 'low',
  why: 'Only with a key of your own can you see its use, and cut off the deployed copies of a model by disabling it.',
  console: 'Create the endpoint again with “Customer-managed encryption key” chosen, and move callers over.',
  cli: 'gcloud ai endpoints create --region=REGION --display-name=… --encryption-kms-key-name=projects/…/cryptoKeys/KEY',
  terraform: 'google_vertex_ai_endpoint',
  peers: { union: ['gcp.vertex.endpoint-no-cmek'], checkov: ['CKV2_GCP_24'], cnspec: ['endpoint CMEK'] },
});
