import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { idleShutdownCheck } from '../colab-runtimes.ts';

export default idleShutdownCheck({
  assetType: notebookRuntimeTemplate,
  things: 'Colab Enterprise runtime templates',
});
