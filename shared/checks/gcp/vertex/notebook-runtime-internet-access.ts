import { notebookRuntime } from '#shared/assets/gcp/colab.ts';
import { internetCheck } from '../colab-runtimes.ts';

export default internetCheck({
  assetType: notebookRuntime,
  things: 'Colab Enterprise runtimes',
});
