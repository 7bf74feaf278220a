import { notebookRuntime } from '#shared/assets/gcp/colab.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(notebookRuntime, {
  things: 'Colab Enterprise runtimes',
  severity: 'low',
  why: 'Notebooks, data and credentials lie on its disk under a key that is not yours.',
  console: 'Create the runtime again from a template with a key of your own, and delete the old one.',
  cli: 'gcloud colab runtimes create --region=REGION --display-name=… --runtime-template=TEMPLATE',
});
