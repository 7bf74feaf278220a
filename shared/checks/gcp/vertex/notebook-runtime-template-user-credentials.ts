import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { userCredentialsCheck } from '../colab-runtimes.ts';

export default userCredentialsCheck({
  assetType: notebookRuntimeTemplate,
  things: 'Colab Enterprise runtime templates',
});
