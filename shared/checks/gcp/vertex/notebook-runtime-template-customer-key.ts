import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(notebookRuntimeTemplate, {
  things: 'Colab Enterprise runtime templates',
  severity: 'medium',
  why: 'Every runtime that is made from it keeps notebooks, data and credentials on a disk under a key that is not yours.',
  console: 'Create the template again with “Customer-managed encryption key” chosen, and delete the old one.',
  cli: 'gcloud colab runtime-templates create --region=REGION --display-name=… --kms-key=KEY --kms-keyring=RING --kms-location=REGION',
  terraform: 'google_colab_runtime_template',
  peers: {
    union: ['gcp.vertex.runtime-template-no-cmek'],
    cnspec: ['vertexai-notebook-runtime-template-cmek-encryption'],
  },
});
