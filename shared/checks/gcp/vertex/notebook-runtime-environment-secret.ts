import { notebookRuntime } from '#shared/assets/gcp/colab.ts';
import { runtimeSecretCheck } from '../colab-runtimes.ts';

export default runtimeSecretCheck({
  assetType: notebookRuntime,
  things: 'Colab Enterprise runtimes',
});
