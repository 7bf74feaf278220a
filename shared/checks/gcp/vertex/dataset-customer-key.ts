import { vertexDataset } from '#shared/assets/gcp/vertex-data.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(vertexDataset, {
  things: 'Vertex AI datasets',
  severity: 'medium',
  why: 'It holds what models are trained on, with its annotations. Only with a key of your own can you see its use, and end it by disabling the key.',
  console:
    'Create the dataset again with “Customer-managed encryption key” chosen, move what uses it over, and delete the old one.',
  cli: { collection: 'datasets' },
  terraform: 'google_vertex_ai_dataset',
  peers: {
    union: ['gcp.vertex.dataset-no-cmek'],
    cloudsploit: ['vertexAIDatasetEncryption'],
    checkov: ['CKV_GCP_92'],
    cnspec: ['dataset CMEK'],
  },
});
