import { notebookRuntime } from '#shared/assets/gcp/colab.ts';
import { secureBootCheck } from '../colab-runtimes.ts';

export default secureBootCheck({
  assetType: notebookRuntime,
  things: 'Colab Enterprise runtimes',
});
