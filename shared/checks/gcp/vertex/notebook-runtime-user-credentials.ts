import { notebookRuntime } from '#shared/assets/gcp/colab.ts';
import { userCredentialsCheck } from '../colab-runtimes.ts';

export default userCredentialsCheck({
  assetType: notebookRuntime,
  things: 'Colab Enterprise runtimes',
});
