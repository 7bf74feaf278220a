import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { labelsCheck } from '../labels.ts';

export default labelsCheck(vertexModel, {
  things: 'Vertex AI models',
  cli: 'gcloud ai models update MODEL --region=REGION --update-labels=owner=…',
  terraform: 'google_vertex_ai_model',
  peers: { union: ['gcp.vertex.model-unlabeled'], cloudsploit: ['modelLabelsAdded'] },
});
