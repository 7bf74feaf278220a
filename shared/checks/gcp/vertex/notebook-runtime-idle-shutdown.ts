import { notebookRuntime } from '#shared/assets/gcp/colab.ts';
import { idleShutdownCheck } from '../colab-runtimes.ts';

export default idleShutdownCheck({
  assetType: notebookRuntime,
  things: 'Colab Enterprise runtimes',
});
