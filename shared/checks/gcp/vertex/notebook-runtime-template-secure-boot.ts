import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { secureBootCheck } from '../colab-runtimes.ts';

export default secureBootCheck({
  assetType: notebookRuntimeTemplate,
  things: 'Colab Enterprise runtime templates',
  peers: { union: ['gcp.vertex.runtime-template-no-shielded-vm'], cnspec: ['...-shielded-vm'] },
});
