import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { runtimeSecretCheck } from '../colab-runtimes.ts';

export default runtimeSecretCheck({
  assetType: notebookRuntimeTemplate,
  things: 'Colab Enterprise runtime templates',
});
