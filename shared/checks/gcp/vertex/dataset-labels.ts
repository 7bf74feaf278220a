import { vertexDataset } from '#shared/assets/gcp/vertex-data.ts';
import { labelsCheck } from '../labels.ts';

export default labelsCheck(vertexDataset, {
  things: 'Vertex AI datasets',
  cli: 'curl -X PATCH …/v1/projects/PROJECT/locations/REGION/datasets/DATASET?updateMask=labels -d \'{"labels":{"owner":"…"}}\'',
  terraform: 'google_vertex_ai_dataset',
  peers: { union: ['gcp.vertex.dataset-unlabeled'], cloudsploit: ['vertexAIDatasetLabels'] },
});
