import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { internetCheck } from '../colab-runtimes.ts';

export default internetCheck({
  assetType: notebookRuntimeTemplate,
  things: 'Colab Enterprise runtime templates',
  peers: { union: ['gcp.vertex.runtime-template-public'], cnspec: ['...-private-network'] },
});
